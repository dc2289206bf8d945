package dev.weakspot.cli.evaluate;

import dev.weakspot.cli.dataset.Response;
import dev.weakspot.model.Attempt;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.evaluation.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A data set's rows as answers; names that return are kept once. */
final class AnswersOfDataSet {

    private static final List<String> NO_SKILL = List.of("no skill named");

    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, Integer> learners = new HashMap<>();
    private final Map<String, Map<List<String>, Question>> questions = new HashMap<>();
    private final Map<String, TopicSlug> topics = new HashMap<>();
    private final Map<String, String> splits = new HashMap<>();

    void add(Response response) {
        int learner = learners.computeIfAbsent(response.learner(), _ -> learners.size());
        String split = splits.computeIfAbsent(response.split(), label -> label);
        // Undated unless the file has a clock: an order says nothing about forgetting.
        var attempt = new Attempt(
                question(response),
                response.correct() ? 1 : 0,
                response.answeredAt().orElse(Attempt.UNDATED));
        answers.add(new Answer(learner, split, attempt));
    }

    List<Answer> answers() {
        return answers;
    }

    boolean hasSplit(String label) {
        return splits.containsKey(label);
    }

    /** The same answers with their scores dealt out by chance. */
    List<Answer> shuffled(long seed) {
        List<Double> scores = new ArrayList<>();
        answers.forEach(answer -> scores.add(answer.attempt().score()));
        Collections.shuffle(scores, new Random(seed));
        List<Answer> shuffled = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            var attempt = new Attempt(
                    answer.attempt().question(), scores.get(i), answer.attempt().answeredAt());
            shuffled.add(new Answer(answer.learner(), answer.split(), attempt));
        }
        return shuffled;
    }

    /** The same question may stand under other skills in another row. */
    private Question question(Response response) {
        List<String> skills = response.skills().isEmpty() ? NO_SKILL : response.skills();
        return questions
                .computeIfAbsent(response.question(), _ -> new HashMap<>())
                .computeIfAbsent(skills, names -> {
                    List<TopicSlug> slugs = names.stream()
                            .map(name -> topics.computeIfAbsent(name, TopicSlug::new))
                            .toList();
                    return new Question(new QuestionId(response.question()), slugs, 0);
                });
    }
}
