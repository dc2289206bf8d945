package dev.weakspot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a log of {@code ./weakspot start} complains of: warnings, errors and stack traces. */
final class Complaints {

    private static final Predicate<String> COMPLAINT =
            Pattern.compile("^\\S+ (WARN|ERROR) |^\\tat ").asPredicate();

    /** The broker's word for a machine that stood still for seconds, which is nothing that Weakspot or a visitor did. */
    private static final Predicate<String> STALL = Pattern.compile(
                    "^\\S+ ERROR \\[weakspot] +o\\.a\\.k\\.c\\.(EventPerformanceMonitor|ReplicationControlManager) .*"
                            + "(Exceptionally slow controller event|controller event queue overloaded)")
            .asPredicate();

    private Complaints() {}

    static List<String> in(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(COMPLAINT.and(STALL.negate())).limit(5).toList();
        }
    }
}
