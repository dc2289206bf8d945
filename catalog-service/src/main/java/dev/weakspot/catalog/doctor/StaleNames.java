package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names that are retired, used as if they were not. A text may name one that says so, or that names the version; a
 * question may that applies to older versions only.
 */
final class StaleNames implements Check {

    private static final Pattern SAYS_SO = Pattern.compile(
            "(?i)\\b(remov\\w+|deprecat\\w+|retired?|gone|no longer|not any ?more|obsolete|old|older|former\\w*|used to|until|before|since"
                    + "|legacy|dropp?ed|replac\\w+|renam\\w+|once|earlier|upgrad\\w+|vanish\\w+|disappear\\w+|history|historical\\w*)\\b");

    private static final Pattern UPPER_BOUND = Pattern.compile("<(" + Question.VERSION + ")");

    private final List<RetiredName> retired;
    private final List<Pattern> patterns;

    StaleNames(List<RetiredName> retired) {
        this.retired = List.copyOf(retired);
        this.patterns = retired.stream()
                .map(name -> Pattern.compile("(?<!\\w)" + Pattern.quote(name.name()) + "(?!\\w)"))
                .toList();
    }

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<Finding> findings = new ArrayList<>();
        for (ExaminedQuestion examined : bank.questions()) {
            List<Passage> passages = examined.passages();
            List<Passage> all =
                    Stream.concat(passages.stream(), sources(examined)).toList();
            for (int index = 0; index < retired.size(); index++) {
                RetiredName name = retired.get(index);
                Pattern pattern = patterns.get(index);
                Optional<Passage> naming = all.stream()
                        // Names are many and hardly ever there: a plain look spares most of the matching.
                        .filter(passage -> passage.text().contains(name.name()))
                        .filter(passage -> pattern.matcher(passage.text()).find())
                        .findFirst();
                if (naming.isPresent()
                        && !isAboutOlderVersions(examined.question().appliesTo(), name.since())
                        && passages.stream().noneMatch(passage -> explains(passage.text(), pattern, name))) {
                    findings.add(Finding.warning(
                            "retired-name",
                            examined.lines().of(naming.get().part()),
                            "%s uses %s, which is gone since %s. Write %s, or say that it is history.",
                            examined.id(),
                            name.name(),
                            name.since(),
                            name.instead()));
                }
            }
        }
        return findings;
    }

    /** The reason of a wrong choice need not repeat the name: the version is enough there. */
    private static boolean explains(String text, Pattern name, RetiredName retired) {
        return (name.matcher(text).find() && SAYS_SO.matcher(text).find())
                || Pattern.compile("(?<![\\d.])" + Pattern.quote(retired.since()) + "(?![\\d])")
                        .matcher(text)
                        .find();
    }

    private static Stream<Passage> sources(ExaminedQuestion examined) {
        List<Passage> sources = new ArrayList<>();
        examined.question()
                .sources()
                .forEach(source -> sources.add(new Passage("sources[" + sources.size() + "]", source.toString())));
        return sources.stream();
    }

    private static boolean isAboutOlderVersions(String appliesTo, String since) {
        return UPPER_BOUND.matcher(appliesTo).results().anyMatch(bound -> compare(bound.group(1), since) <= 0);
    }

    private static int compare(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int part = 0; part < Math.max(left.length, right.length); part++) {
            int difference = Integer.compare(number(left, part), number(right, part));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int number(String[] version, int part) {
        return part < version.length ? Integer.parseInt(version[part]) : 0;
    }
}
