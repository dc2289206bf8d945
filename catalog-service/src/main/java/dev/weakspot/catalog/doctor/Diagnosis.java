package dev.weakspot.catalog.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a bank is.
 *
 * @param questions how many can be read; what refuses one of them all the same, or its topic, is among the findings
 * @param gradedAutomatically how many of them are graded with a key rather than by the learner
 * @param topics how many can be read, in the same sense
 * @param coverage how many questions of each kind there are about each topic, as their main topic
 * @param findings the worst first, each lot in the order of the files
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Diagnosis(
        int questions,
        int gradedAutomatically,
        int topics,
        SortedMap<String, SortedMap<String, Integer>> coverage,
        List<Finding> findings) {

    public Diagnosis {
        SortedMap<String, SortedMap<String, Integer>> copy = new TreeMap<>();
        coverage.forEach((topic, kinds) -> copy.put(topic, Collections.unmodifiableSortedMap(new TreeMap<>(kinds))));
        coverage = Collections.unmodifiableSortedMap(copy);
        findings = List.copyOf(findings);
    }
}
