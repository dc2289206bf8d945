package dev.weakspot.web.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service says of itself in the Prometheus text format (version 0.0.4). */
record Metrics(List<Sample> samples) {

    private static final Pattern LINE = Pattern.compile("(?<name>[a-zA-Z_:]\\S*?)(\\{(?<labels>.*)})? (?<value>\\S+)");

    /** One number, with its labels as they were written. */
    record Sample(String name, String labels, double value) {}

    static Metrics read(String text) {
        return new Metrics(text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(Metrics::sample)
                .toList());
    }

    private static Stream<Sample> sample(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Stream.empty();
        }
        try {
            double value = Double.parseDouble(matcher.group("value"));
            String labels = Objects.requireNonNullElse(matcher.group("labels"), "");
            return Stream.of(new Sample(matcher.group("name"), labels, value));
        } catch (NumberFormatException e) {
            return Stream.empty();
        }
    }

    /** The sum over all labels that contain a text; nothing when there is no such number. */
    OptionalDouble sum(String name, String label) {
        double[] values = samples.stream()
                .filter(sample -> sample.name().equals(name) && sample.labels().contains(label))
                .mapToDouble(Sample::value)
                .filter(Double::isFinite)
                .toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(values).sum());
    }
}
