package dev.weakspot.catalog.doctor;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.weakspot.catalog.topic.TopicSlug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Answers and explanations that mention nothing of what the question and its topic are about, or that speak of another
 * topic: pasted into the wrong place, as a rule.
 */
final class OffTopicAnswers implements Check {

    // Measured on our 336 questions: answers are at least 0.09 like their subject, explanations 0.04.
    private static final double ANSWER_OF_NO_SUBJECT = 0.05;
    private static final double EXPLANATION_OF_NO_SUBJECT = 0.03;

    // Measured on our 336 questions: how like its own subject a text is, divided by how like that of the nearest other
    // topic. Answers begin at 0.72 and explanations, which range more widely, at 0.41. Of those that were put to a
    // question of another topic, 99 and 93 of a hundred are below these.
    private static final double ANSWER_OF_ANOTHER_SUBJECT = 0.5;
    private static final double EXPLANATION_OF_ANOTHER_SUBJECT = 0.3;

    /** Fewer do not tell what a topic is about. */
    private static final int QUESTIONS_THAT_DESCRIBE_A_TOPIC = 4;

    /** A word or two need not say what they are about. */
    private static final int WORDS_OF_A_STATEMENT = 8;

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<ExaminedQuestion> questions = bank.questions();
        List<String> subjects = subjects(bank);
        List<String> texts = new ArrayList<>(subjects);
        for (int index = 0; index < questions.size(); index++) {
            texts.add(subjects.get(index) + "\n" + questions.get(index).answered());
        }
        questions.forEach(examined -> texts.add(examined.answered()));
        questions.forEach(examined -> texts.add(examined.question().explanation()));

        int count = questions.size();
        var answer = new Part("answer", 0, 2 * count, ANSWER_OF_NO_SUBJECT, ANSWER_OF_ANOTHER_SUBJECT);
        var explanation =
                new Part("explanation", count, 3 * count, EXPLANATION_OF_NO_SUBJECT, EXPLANATION_OF_ANOTHER_SUBJECT);
        var comparison = new Comparison(questions, texts, new Likeness(texts));
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            comparison.examine(index, answer).ifPresent(findings::add);
            comparison.examine(index, explanation).ifPresent(findings::add);
        }
        return findings;
    }

    /**
     * A part of every question.
     *
     * @param subjects where the subjects that this part is held against begin among the texts
     * @param texts where the texts of this part begin
     * @param least how like its own subject it has to be
     * @param share how like its own subject it has to be, for each unit of likeness to another
     */
    private record Part(String name, int subjects, int texts, double least, double share) {

        int subjectOf(int question) {
            return subjects + question;
        }

        int textOf(int question) {
            return texts + question;
        }
    }

    /** The questions, and their texts, one lot after the other: subjects without and with the answer, answers, explanations. */
    private record Comparison(
            List<ExaminedQuestion> questions,
            List<String> texts,
            Likeness likeness,
            Map<TopicSlug, Integer> describedTopics) {

        Comparison(List<ExaminedQuestion> questions, List<String> texts, Likeness likeness) {
            this(questions, texts, likeness, describedTopics(questions));
        }

        /** For each topic that is described by enough questions, the index of the first. */
        private static Map<TopicSlug, Integer> describedTopics(List<ExaminedQuestion> questions) {
            Map<TopicSlug, List<Integer>> indexes = IntStream.range(0, questions.size())
                    .boxed()
                    .collect(groupingBy(index -> questions.get(index).mainTopic(), LinkedHashMap::new, toList()));
            indexes.values().removeIf(list -> list.size() < QUESTIONS_THAT_DESCRIBE_A_TOPIC);
            Map<TopicSlug, Integer> first = new LinkedHashMap<>();
            indexes.forEach((topic, list) -> first.put(topic, list.getFirst()));
            return first;
        }

        Optional<Finding> examine(int index, Part part) {
            int text = part.textOf(index);
            if (Words.of(texts.get(text)).size() < WORDS_OF_A_STATEMENT) {
                return Optional.empty();
            }
            ExaminedQuestion examined = questions.get(index);
            double own = likeness.between(text, part.subjectOf(index));
            if (own < part.least()) {
                return Optional.of(Finding.warning(
                        "off-topic-answer",
                        examined.lines().of(part.name()),
                        "The %s of %s mentions nothing of its question and its topic, %s. Does it belong to another question?",
                        part.name(),
                        examined.id(),
                        examined.mainTopic()));
            }
            if (!describedTopics.containsKey(examined.mainTopic())) {
                return Optional.empty();
            }
            return describedTopics.entrySet().stream()
                    .filter(topic -> !examined.question().topics().contains(topic.getKey()))
                    .filter(topic -> own < part.share() * likeness.between(text, part.subjectOf(topic.getValue())))
                    .max(comparingDouble(topic -> likeness.between(text, part.subjectOf(topic.getValue()))))
                    .map(topic -> Finding.warning(
                            "off-topic-answer",
                            examined.lines().of(part.name()),
                            "The %s of %s speaks of %s rather than of its own topic, %s. Does it belong to another question?",
                            part.name(),
                            examined.id(),
                            topic.getKey(),
                            examined.mainTopic()));
        }
    }

    /** For each question: its topics, what it asks, and all that the other questions of its main topic say. */
    private static List<String> subjects(ExaminedBank bank) {
        Map<TopicSlug, String> titles = new HashMap<>();
        bank.topics()
                .forEach(examined ->
                        titles.put(examined.topic().slug(), examined.topic().title()));
        Map<TopicSlug, List<ExaminedQuestion>> byTopic = new HashMap<>();
        bank.questions().forEach(examined -> byTopic.computeIfAbsent(examined.mainTopic(), any -> new ArrayList<>())
                .add(examined));
        return bank.questions().stream()
                .map(examined -> {
                    List<String> subject = new ArrayList<>();
                    subject.add(examined.asked());
                    subject.addAll(examined.question().tags());
                    for (TopicSlug topic : examined.question().topics()) {
                        subject.add(topic.value() + " " + titles.getOrDefault(topic, ""));
                    }
                    byTopic.getOrDefault(examined.mainTopic(), List.of()).stream()
                            .filter(other -> !other.equals(examined))
                            .forEach(other -> {
                                subject.add(other.asked());
                                subject.add(other.answered());
                                subject.add(other.question().explanation());
                            });
                    return String.join("\n", subject);
                })
                .toList();
    }
}
