package dev.weakspot.catalog.doctor;

import static java.util.stream.Collectors.toList;

import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.question.QuestionId;
import dev.weakspot.catalog.topic.TopicSlug;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a coverage file wants and the bank does not have. Only the main topic of a question counts towards a number. */
final class CoveredTopics implements Check {

    private static final String NAME = "coverage";

    private final Coverage wanted;

    CoveredTopics(Coverage wanted) {
        this.wanted = wanted;
    }

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        Map<TopicSlug, Map<Kind, Integer>> asked = bank.asked();
        List<Finding> findings = new ArrayList<>();
        for (Coverage.Wanted topic : wanted.topics()) {
            examine(topic, asked.getOrDefault(topic.topic(), Map.of()), findings);
            requireAnswers(topic, about(topic.topic(), bank), findings);
        }
        Coverage.Minimum minimum = wanted.minimum();
        for (Coverage.WantedToo also : wanted.alsoTopics()) {
            require(
                    also.place(),
                    "Questions about " + also.topic(),
                    total(asked.getOrDefault(also.topic(), Map.of())),
                    minimum.questionsPerAlsoTopic(),
                    findings);
        }
        require(wanted.place(), "Questions in the bank", bank.questions().size(), minimum.questions(), findings);
        require(
                wanted.place(),
                "Questions graded with a key",
                bank.gradedAutomatically(),
                minimum.gradedAutomatically(),
                findings);
        return findings;
    }

    private void examine(Coverage.Wanted topic, Map<Kind, Integer> asked, List<Finding> findings) {
        Coverage.Minimum minimum = wanted.minimum();
        require(topic.place(), "Questions about " + topic.topic(), total(asked), minimum.questionsPerTopic(), findings);
        require(
                topic.place(),
                "Kinds of questions about " + topic.topic(),
                asked.size(),
                minimum.kindsPerTopic(),
                findings);
        Map<Kind, List<Coverage.Gist>> byKind = topic.gists().stream()
                .collect(Collectors.groupingBy(Coverage.Gist::kind, () -> new EnumMap<>(Kind.class), toList()));
        byKind.forEach((kind, gists) -> {
            int questions = asked.getOrDefault(kind, 0);
            // One question may well ask two things; whoever has checked that says which it is.
            long unchecked =
                    gists.stream().filter(gist -> gist.answeredBy().isEmpty()).count();
            if (questions == 0) {
                findings.add(Finding.warning(
                        NAME,
                        topic.place(),
                        "No question of kind %s has %s as its main topic; %d wanted. Write one.",
                        kind.word(),
                        topic.topic(),
                        gists.size()));
            } else if (questions < unchecked) {
                findings.add(Finding.note(
                        NAME,
                        topic.place(),
                        "%s has %d of %d things to ask as %s. Make sure that none is left out.",
                        topic.topic(),
                        questions,
                        unchecked,
                        kind.word()));
            }
        });
    }

    private static void requireAnswers(Coverage.Wanted topic, Set<QuestionId> about, List<Finding> findings) {
        for (Coverage.Gist gist : topic.gists()) {
            for (QuestionId id : gist.answeredBy()) {
                if (!about.contains(id)) {
                    findings.add(Finding.warning(
                            NAME,
                            gist.place(),
                            "%s is to answer \"%s\", and there is no such question about %s. Name another one, or write it.",
                            id,
                            gist.words(),
                            topic.topic()));
                }
            }
        }
    }

    private static void require(String place, String what, int there, int minimum, List<Finding> findings) {
        if (there < minimum) {
            findings.add(Finding.warning(
                    NAME, place, "%s: %d, and at least %d are wanted. Write what is missing.", what, there, minimum));
        }
    }

    private static Set<QuestionId> about(TopicSlug topic, ExaminedBank bank) {
        return bank.questions().stream()
                .filter(examined -> examined.question().topics().contains(topic))
                .map(ExaminedQuestion::id)
                .collect(Collectors.toSet());
    }

    private static int total(Map<Kind, Integer> asked) {
        return asked.values().stream().mapToInt(Integer::intValue).sum();
    }
}
