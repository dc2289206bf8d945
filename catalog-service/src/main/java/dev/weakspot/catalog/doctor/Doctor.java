package dev.weakspot.catalog.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Examines a bank with every check there is. Immutable. */
public final class Doctor {

    private final List<Check> checks;

    public Doctor(Coverage coverage, List<RetiredName> retired) {
        this.checks = List.of(
                new Duplicates(),
                new SharedAnswers(),
                new OffTopicAnswers(),
                new LostCode(),
                new ThinExplanations(),
                new Reachability(),
                new CoveredTopics(coverage),
                new LongestCorrect(),
                new PositionBias(),
                new DifficultyBalance(),
                new BrokenMarkdown(),
                new StaleNames(retired));
    }

    public Diagnosis examine(ExaminedBank bank) {
        List<Finding> findings = Stream.concat(
                        bank.refused().stream(), checks.stream().flatMap(check -> check.examine(bank).stream()))
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        return new Diagnosis(
                bank.questions().size(),
                bank.gradedAutomatically(),
                bank.topics().size(),
                coverage(bank),
                findings);
    }

    private static SortedMap<String, SortedMap<String, Integer>> coverage(ExaminedBank bank) {
        SortedMap<String, SortedMap<String, Integer>> coverage = new TreeMap<>();
        bank.asked().forEach((topic, kinds) -> {
            SortedMap<String, Integer> words = new TreeMap<>();
            kinds.forEach((kind, questions) -> words.put(kind.word(), questions));
            coverage.put(topic.value(), words);
        });
        return coverage;
    }
}
