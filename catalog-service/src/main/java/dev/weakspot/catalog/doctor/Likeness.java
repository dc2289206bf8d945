package dev.weakspot.catalog.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike texts are, from 0 to 1: the cosine of their words' weights, where a word weighs more the rarer it is among all
 * the texts (TF-IDF; Salton and Buckley 1988, with logarithmic term frequency).
 */
final class Likeness {

    private final List<Map<String, Double>> vectors = new ArrayList<>();
    private final Map<String, List<Integer>> textsWith = new HashMap<>();

    Likeness(List<String> texts) {
        List<Map<String, Integer>> counts = texts.stream().map(Words::counts).toList();
        for (int text = 0; text < texts.size(); text++) {
            for (String word : counts.get(text).keySet()) {
                textsWith.computeIfAbsent(word, any -> new ArrayList<>()).add(text);
            }
        }
        counts.forEach(count -> vectors.add(toVector(count, texts.size())));
    }

    /** For each earlier text that shares a word with this one: how alike they are. */
    Map<Integer, Double> earlierLike(int text) {
        Map<Integer, Double> alike = new HashMap<>();
        vectors.get(text).forEach((word, weight) -> {
            for (int other : textsWith.getOrDefault(word, List.of())) {
                if (other >= text) {
                    break;
                }
                alike.merge(other, weight * vectors.get(other).getOrDefault(word, 0.0), Double::sum);
            }
        });
        return alike;
    }

    double between(int one, int other) {
        double sum = 0;
        for (Map.Entry<String, Double> weight : vectors.get(one).entrySet()) {
            sum += weight.getValue() * vectors.get(other).getOrDefault(weight.getKey(), 0.0);
        }
        return sum;
    }

    private Map<String, Double> toVector(Map<String, Integer> counts, int texts) {
        Map<String, Double> vector = new HashMap<>();
        double squares = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            int known = textsWith.getOrDefault(count.getKey(), List.of()).size();
            double weight = (1 + Math.log(count.getValue())) * Math.log(1 + (double) texts / known);
            vector.put(count.getKey(), weight);
            squares += weight * weight;
        }
        double length = Math.sqrt(squares);
        vector.replaceAll((word, weight) -> weight / length);
        return vector;
    }
}
