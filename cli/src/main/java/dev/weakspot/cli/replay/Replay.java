package dev.weakspot.cli.replay;

import dev.weakspot.cli.DataFolder;
import dev.weakspot.cli.DataOption;
import dev.weakspot.cli.RunningSystem;
import dev.weakspot.cli.ServiceName;
import dev.weakspot.cli.dataset.Response;
import dev.weakspot.cli.dataset.ResponseFile;
import dev.weakspot.testbed.LocalIdentity;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a data set of learner responses through the running system, and tells what came of it. */
@Command(
        name = "replay",
        description = "Send a data set of learner responses through the running system.",
        footer = {
            "",
            "FILE is CSV in UTF-8, perhaps gzipped, in the order of answering:",
            "",
            "  learner,question,skills,correct,order_or_timestamp",
            "  17,fractions-3,fractions~reading,1,1700000000",
            "",
            "  skills               separated by ~, at most ten, perhaps none",
            "  correct              0 or 1",
            "  order_or_timestamp   when: seconds or milliseconds since 1970, not in the",
            "                       future. A number below 631152000 (1990) is only an",
            "                       order, and the attempts count as made now.",
            "",
            "Columns may stand in any order; others are ignored.",
            "",
            "Every row is posted as an attempt, many learners at once and each learner in",
            "order. Run again, it goes on where it was: what was recorded stays recorded",
            "once. A file that has changed needs another --prefix.",
            "",
            "The data set becomes a collection of its own: its topics and questions are",
            "called PREFIX.…, and learners of other collections are not led into it. To",
            "keep it apart altogether, send it to a system of its own:",
            "",
            "  ./weakspot start --data OTHER --no-bank --port-base 18080",
            "  ./weakspot replay FILE --data OTHER",
            "",
            "Exit codes: 0 all is published and applied; 1 not all of it, or nothing is",
            "sent, and one sentence says why (no such file, a row that is no response,",
            "nothing runs); 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
public final class Replay implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The data set: .csv or .csv.gz")
    private @Nullable Path file;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N rows.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            description =
                    "Begins every topic slug and question id of the data set (default: made from the file's name).")
    private @Nullable String namedPrefix;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Attempts under way at once, 1 to 256 (default: ${DEFAULT-VALUE}).",
            defaultValue = "64")
    private int connections = 64;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        Path path = Optional.ofNullable(file).orElseThrow();
        if (limit < 1 || connections < 1 || connections > 256) {
            throw new ParameterException(
                    command.commandLine(), "--limit must be at least 1, and --connections between 1 and 256.");
        }
        String prefix = prefix(command, path);
        DataFolder folder = data.folder();
        RunningSystem system = folder.requireRunning();
        LocalIdentity identity = LocalIdentity.in(folder.identity());
        var names = new Names(prefix, identity);
        List<Response> responses = new ResponseFile(path).read(limit);

        Outcome outcome;
        try (var services = new Services(
                uri(system, ServiceName.CATALOG),
                uri(system, ServiceName.PRACTICE),
                uri(system, ServiceName.RECOMMENDATION))) {
            var replay = new DataSetReplay(
                    services,
                    names,
                    new Tokens(identity),
                    new PublishedAttempts(system.ports().bootstrap()),
                    connections,
                    System.err);
            outcome = replay.run(responses);
        }

        PrintWriter out = command.commandLine().getOut();
        out.println(json ? outcome.toJson() : outcome.toTable());
        out.flush();
        return outcome.isComplete() ? 0 : 1;
    }

    private String prefix(CommandSpec command, Path path) {
        String name =
                Optional.ofNullable(namedPrefix).orElseGet(() -> Names.prefixOf(String.valueOf(path.getFileName())));
        if (!name.matches("[a-z0-9][a-z0-9-]{0,29}")) {
            throw new ParameterException(
                    command.commandLine(),
                    "--prefix is at most 30 lower-case letters, digits and hyphens, not \"" + name + "\".");
        }
        return name;
    }

    private static URI uri(RunningSystem system, ServiceName service) {
        return URI.create(system.ports().urlOf(service));
    }
}
