package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.doctor.Finding;
import dev.weakspot.catalog.question.AnswerKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** As long as a claim may be. Who prints more is wrong already, and may never end. */
    private static final int CHARACTERS = 10_000;

    private static final int BYTES_OF_A_CHARACTER = 4;

    private final String interpreter;

    Programs(String interpreter) {
        this.interpreter = interpreter;
    }

    /** Those for the interpreter that most systems have. */
    static Programs ofPython() {
        return new Programs("python3");
    }

    boolean canRun() {
        try {
            return new ProcessBuilder(interpreter, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /**
     * What is wrong with the outputs that the bank claims, and notes on what is not checked.
     *
     * @param name what to call the bank as a whole
     * @throws CancellationException when the thread is interrupted
     */
    List<Finding> examine(String name, Bank bank) {
        List<BankQuestion> claims = bank.questions().stream()
                .filter(candidate -> candidate.question().answer() instanceof AnswerKey.CodeOutput)
                .toList();
        if (claims.isEmpty()) {
            return List.of();
        }
        if (!canRun()) {
            return List.of(Finding.note(
                    NAME, name, "There is no %s, so no program is run. Install it to check them.", interpreter));
        }
        return claims.parallelStream()
                .map(this::compare)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Finding> compare(BankQuestion candidate) {
        if (!(candidate.question().answer() instanceof AnswerKey.CodeOutput(String claimed))) {
            return Optional.empty();
        }
        String place = candidate.placeOf("answer.prints");
        Matcher program = PROGRAM.matcher(candidate.question().stem());
        if (!program.find()) {
            return Optional.of(Finding.note(
                    NAME,
                    place,
                    "The stem of %s has no Python block, so its output is not checked. Begin the program with ```python.",
                    candidate.id()));
        }
        Optional<String> printed = run(program.group(1));
        return printed.isPresent() && lines(printed.get()).equals(lines(claimed))
                ? Optional.empty()
                : Optional.of(toFinding(candidate, place, printed));
    }

    private static Finding toFinding(BankQuestion candidate, String place, Optional<String> printed) {
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

    /** What it prints, errors included, cut where it is too long; nothing when it does not end. */
    private Optional<String> run(String program) {
        try {
            Process python = new ProcessBuilder(interpreter, "-I", "-c", program)
                    .redirectErrorStream(true)
                    .start();
            try {
                python.getOutputStream().close();
                var output = new FutureTask<>(() -> beginning(python.getInputStream()));
                Thread.ofPlatform().daemon().name("program-output").start(output);
                return Optional.of(output.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            } finally {
                python.descendants().forEach(ProcessHandle::destroyForcibly);
                python.destroyForcibly();
            }
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot read what a program prints", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static String beginning(InputStream output) throws IOException {
        String text = new String(output.readNBytes(CHARACTERS * BYTES_OF_A_CHARACTER + 1), StandardCharsets.UTF_8);
        return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS) + "…";
    }

    /** Who is told to stop knows nothing of the programs, and so must not say that one does not end. */
    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException();
    }
}
