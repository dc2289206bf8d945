package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a learner finds hard in detail: topic by kind of question, on topics answered on, the weakest first. Predicts every
 * question of these topics, so it costs as much as a long list of suggestions.
 */
public record WeakKinds(List<KindStanding> ranking) {

    public WeakKinds {
        ranking = List.copyOf(ranking);
    }

    public static WeakKinds of(Landscape landscape) {
        return new WeakKinds(landscape.topics().stream()
                .filter(TopicStanding::isPractised)
                .flatMap(standing -> ofTopic(standing, landscape.options(standing.topic())))
                .sorted(Comparator.comparingDouble(
                                (KindStanding standing) -> standing.mastery().value())
                        .thenComparing(standing -> standing.topic().topic())
                        .thenComparing(KindStanding::kind))
                .toList());
    }

    private static Stream<KindStanding> ofTopic(TopicStanding topic, List<Option> options) {
        Map<Kind, List<Option>> byKind =
                options.stream().collect(Collectors.groupingBy(Option::kind, TreeMap::new, Collectors.toList()));
        return byKind.entrySet().stream().map(entry -> ofKind(topic, entry.getKey(), entry.getValue()));
    }

    /** What we do not know about the learner is common to the questions: their intervals do not cancel out. */
    private static KindStanding ofKind(TopicStanding topic, Kind kind, List<Option> options) {
        Estimate mastery = Estimate.of(
                mean(options, Estimate::value), mean(options, Estimate::low), mean(options, Estimate::high));
        int attempts =
                options.stream().mapToInt(option -> option.past().attempts()).sum();
        return new KindStanding(topic, kind, mastery, options.size(), attempts);
    }

    private static double mean(List<Option> options, ToDoubleFunction<Estimate> number) {
        return options.stream()
                .map(Option::predicted)
                .mapToDouble(number)
                .average()
                .orElseThrow();
    }
}
