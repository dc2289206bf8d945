package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.doctor.Finding;
import dev.weakspot.catalog.question.AnswerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the Python programs whose output questions ask for, and compares. Programs of strangers may do anything: only who
 * trusts a bank asks for this.
 */
final class Programs {

    private static final String NAME = "program-output";
    private static final Pattern PROGRAM = Pattern.compile("```(?:python|py)\n(.*?)```", Pattern.DOTALL);
    /** The last line of a program that imports what is not there. */
    private static final Pattern MISSING_MODULE =
            Pattern.compile("^ModuleNotFoundError: No module named '([^']+)'\\s*\\z", Pattern.MULTILINE);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Programs() {}

    static boolean canRun() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is wrong with the outputs that the bank claims; nothing when there is no {@code python3}. */
    static List<Finding> examine(Bank bank) {
        if (!canRun()) {
            return List.of();
        }
        return bank.questions().parallelStream()
                .map(Programs::compare)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> compare(BankQuestion candidate) {
        if (!(candidate.question().answer() instanceof AnswerKey.CodeOutput(String claimed))) {
            return Optional.empty();
        }
        Matcher program = PROGRAM.matcher(candidate.question().stem());
        if (!program.find()) {
            return Optional.empty();
        }
        Optional<String> printed = run(program.group(1));
        return printed.isPresent() && lines(printed.get()).equals(lines(claimed))
                ? Optional.empty()
                : Optional.of(toFinding(candidate, printed));
    }

    private static Finding toFinding(BankQuestion candidate, Optional<String> printed) {
        int line = candidate
                .lines()
                .getOrDefault("answer.prints", candidate.place().line());
        String place = candidate.place().file() + ":" + line;
        if (printed.isEmpty()) {
            return Finding.error(NAME, place, "The program of %s does not end. Correct it.", candidate.id());
        }
        Matcher missing = MISSING_MODULE.matcher(printed.get());
        if (missing.find()) {
            return Finding.note(
                    NAME,
                    place,
                    "The program of %s needs %s, which is not in the standard library, so its output is not checked. Imitate what matters of it in a few lines.",
                    candidate.id(),
                    missing.group(1));
        }
        return Finding.error(
                NAME,
                place,
                "The program of %s prints \"%s\" instead. Correct the program or the answer.",
                candidate.id(),
                printed.get().strip().replace("\n", "\\n"));
    }

    /** As answers are compared: blanks at the ends of lines and empty lines at the end do not count. */
    private static List<String> lines(String text) {
        return text.stripTrailing().lines().map(String::stripTrailing).toList();
    }

    /** What it prints, errors included; nothing when it does not end. */
    private static Optional<String> run(String program) {
        try {
            Path output = Files.createTempFile("weakspot-", ".txt");
            Process python = new ProcessBuilder("python3", "-I", "-c", program)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                return python.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        ? Optional.of(new String(Files.readAllBytes(output), StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                python.destroyForcibly();
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
