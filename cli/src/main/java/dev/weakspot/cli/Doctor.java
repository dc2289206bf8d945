package dev.weakspot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Examines a question bank in its files, without a running system. */
@Command(
        name = "doctor",
        description = "Examine a question bank: duplicates, lost code, broken Markdown, bias, coverage and more.",
        footer = {
            "",
            "Each finding names its severity, the check, file and line, and a remedy;",
            "docs/question-bank.md lists the checks. A coverage.json in the folder says",
            "what the bank is to cover, a retired-names.json which names are history.",
            "",
            "Exit codes: 0 no error and no warning, 1 at least one or a file that cannot",
            "be read, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {

    private static final Path OUR_BANK = Path.of("catalog-service", "src", "main", "resources", "question-bank");

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description = "The folder with the bank's .yaml files (default: the bank of this project).")
    private @Nullable Path path;

    @Option(
            names = "--coverage",
            paramLabel = "FILE",
            description = "What the bank is to cover, instead of its own file.")
    private @Nullable Path coverage;

    @Option(
            names = "--run",
            negatable = true,
            description = {
                "Run the Python programs whose output is asked for, when there is a python3, and compare.",
                "Done by itself for the bank of this project only: a stranger's program may do anything."
            })
    private @Nullable Boolean run;

    @Option(names = "--json", description = "Print one JSON object instead of a list.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        Path folder = Optional.ofNullable(path)
                .orElseGet(() -> shortened(Installation.current().home().resolve(OUR_BANK)));
        requireFolder(command, folder);
        requireFile(command, coverage);

        String diagnosis = examine(command, folder);

        JsonNode result = new ObjectMapper().readTree(diagnosis);
        PrintWriter out = command.commandLine().getOut();
        out.println(json ? diagnosis : toText(result));
        out.flush();
        return count(result, "error") + count(result, "warning") == 0 ? 0 : 1;
    }

    private String examine(CommandSpec command, Path folder) throws Exception {
        boolean isOurs = path == null;
        try {
            return BankDoctor.examine(
                    Installation.current().jarOf(ServiceName.CATALOG),
                    folder,
                    Optional.ofNullable(coverage),
                    Optional.ofNullable(run).orElse(isOurs));
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof NoSuchFileException
                    ? new ParameterException(command.commandLine(), e.getMessage() + ".")
                    : new CommandFailure("Cannot read the bank in " + folder + ": " + e.getMessage());
        }
    }

    private static void requireFolder(CommandSpec command, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(command.commandLine(), folder + " is no folder.");
        }
    }

    private static void requireFile(CommandSpec command, @Nullable Path file) {
        if (file != null && !Files.isRegularFile(file)) {
            throw new ParameterException(command.commandLine(), file + " is no file.");
        }
    }

    /** As a person in this folder would write it. */
    private static Path shortened(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    private static String toText(JsonNode diagnosis) {
        var text = new StringBuilder();
        diagnosis
                .get("findings")
                .forEach(finding -> text.append("%s: %s: %s [%s]%n"
                        .formatted(
                                finding.get("place").asText(),
                                finding.get("severity").asText(),
                                finding.get("remedy").asText(),
                                finding.get("check").asText())));
        if (!text.isEmpty()) {
            text.append(System.lineSeparator());
        }
        return text.append("%s (%d graded automatically) about %s: %s, %s, %s"
                        .formatted(
                                counted(diagnosis.get("questions").asLong(), "question"),
                                diagnosis.get("graded_automatically").asLong(),
                                counted(diagnosis.get("topics").asLong(), "topic"),
                                counted(count(diagnosis, "error"), "error"),
                                counted(count(diagnosis, "warning"), "warning"),
                                counted(count(diagnosis, "note"), "note")))
                .toString();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static long count(JsonNode diagnosis, String severity) {
        return diagnosis
                .get("findings")
                .valueStream()
                .filter(finding -> finding.get("severity").asText().equals(severity))
                .count();
    }
}
