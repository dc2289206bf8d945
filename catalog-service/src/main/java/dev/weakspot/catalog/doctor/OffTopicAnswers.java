package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.topic.TopicSlug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers and explanations that mention nothing of what the question and its topic are about: pasted into the wrong
 * place, as a rule.
 */
final class OffTopicAnswers implements Check {

    // Measured on 293 questions by two authors. Answers were at least 0.08 like their subject, and three of four
    // answers
    // that were put to a question of another topic less than 0.07. Explanations range more widely.
    private static final double ANSWER_OF_ANOTHER_SUBJECT = 0.05;
    private static final double EXPLANATION_OF_ANOTHER_SUBJECT = 0.03;

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

        var likeness = new Likeness(texts);
        int count = questions.size();
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            double answer = likeness.between(index, 2 * count + index);
            check(
                    questions.get(index),
                    "answer",
                    texts.get(2 * count + index),
                    answer,
                    ANSWER_OF_ANOTHER_SUBJECT,
                    findings);
            double explanation = likeness.between(count + index, 3 * count + index);
            check(
                    questions.get(index),
                    "explanation",
                    texts.get(3 * count + index),
                    explanation,
                    EXPLANATION_OF_ANOTHER_SUBJECT,
                    findings);
        }
        return findings;
    }

    private static void check(
            ExaminedQuestion examined,
            String part,
            String text,
            double likeness,
            double least,
            List<Finding> findings) {
        if (likeness < least && Words.of(text).size() >= WORDS_OF_A_STATEMENT) {
            findings.add(Finding.warning(
                    "off-topic-answer",
                    examined.lines().of(part),
                    "The %s of %s mentions nothing of its question and its topic, %s. Does it belong to another question?",
                    part,
                    examined.id(),
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
