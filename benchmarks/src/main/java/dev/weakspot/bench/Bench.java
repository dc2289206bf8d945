package dev.weakspot.bench;

import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.FileTrouble;
import dev.weakspot.cli.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what was asked for, one after the other, and prints what came out. */
@Command(
        name = "weakspot bench",
        description =
                "Measure how fast the packaged services are, beside what the machine and the obvious code can do.",
        footer = {
            "",
            "Starts a system of its own on free ports and deletes its data afterwards: what",
            "you have in .weakspot is not touched. Leave the machine alone meanwhile.",
            "",
            "Exit codes: 0 every floor is reached, 1 one is not or it could not be measured,",
            "2 wrong usage."
        },
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final List<Benchmark> ALL = List.of(
            new AttemptsBenchmark("attempts", 16, false, .6, .8),
            new AttemptsBenchmark("attempts-64", 64, true, .8, 1.2),
            new VisibleBenchmark("visible", 200),
            new VisibleBenchmark("visible-1000", 1_000),
            new DrainBenchmark(),
            new RebuildBenchmark(),
            new ReadsBenchmark(),
            new GrowthBenchmark(),
            new StartBenchmark(),
            new MemoryBenchmark(),
            new JmhBenchmark());

    @Parameters(
            paramLabel = "NAME",
            description = "What to measure (default: everything): ${COMPLETION-CANDIDATES}.",
            completionCandidates = Names.class)
    private Set<String> names = new LinkedHashSet<>();

    @Option(names = "--quick", description = "Shorter rounds and less data.")
    private boolean isQuick;

    @Option(names = "--smoke", hidden = true)
    private boolean isSmoke;

    @Option(
            names = "--commit-delay",
            paramLabel = "MS",
            defaultValue = "0",
            description =
                    "Have PostgreSQL wait so many milliseconds before each flush, as if its disk were in a network.")
    private int commitDelay;

    @Option(names = "--json", description = "Print one JSON object of named figures instead of a table.")
    private boolean isJson;

    @Option(names = "--plot", paramLabel = "DIR", description = "Draw growth.svg into DIR.")
    private @Nullable Path plots;

    @Spec
    private @Nullable CommandSpec spec;

    /** What may be named. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(Benchmark::name).iterator();
        }
    }

    /**
     * What all benchmarks have to know.
     *
     * @param installation where the packaged services are
     * @param commitDelay how long PostgreSQL waits before each flush
     * @param out where people look meanwhile
     * @param pictures who draws what is better seen
     */
    record Conditions(
            Effort effort,
            Installation installation,
            Machine machine,
            Duration commitDelay,
            PrintWriter out,
            Pictures pictures) {

        void tell(String line) {
            out.println(line);
            out.flush();
        }
    }

    /** Keeps pictures when there is a folder for them. */
    @FunctionalInterface
    interface Pictures {
        void draw(String file, String svg);
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler(Bench::explain);
    }

    @Override
    public Integer call() throws Exception {
        CommandLine command = Optional.ofNullable(spec).orElseThrow().commandLine();
        List<Benchmark> chosen = chosen(command);
        // PostgreSQL takes no more.
        if (commitDelay < 0 || commitDelay > 100) {
            throw new ParameterException(command, "--commit-delay has to be from 0 to 100.");
        }
        Machine machine = Machine.now();
        Effort effort = isSmoke ? Effort.SMOKE : isQuick ? Effort.QUICK : Effort.FULL;
        var conditions = new Conditions(
                effort, installation(), machine, Duration.ofMillis(commitDelay), command.getErr(), this::draw);
        List<Figure> figures = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            conditions.tell(benchmark.name() + ": " + benchmark.question() + " …");
            List<Figure> measured = measure(benchmark, conditions);
            if (chosen.size() > 1) {
                // Not only at the end: a later one may fail.
                conditions.tell(Report.table(measured));
            }
            figures.addAll(measured);
        }
        conditions.tell(machine.sentence());
        figures.addAll(machine.figures());
        figures.add(Figure.told("machine.commit-delay", commitDelay, "ms"));
        command.getOut().print(isJson ? Report.json(figures) + "\n" : Report.table(figures));
        command.getOut().flush();
        return figures.stream().allMatch(Figure::isOk) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Tells as a sentence what may happen to services, disks and databases; a mistake of ours keeps its trace. */
    static List<Figure> measure(Benchmark benchmark, Conditions conditions) throws Exception {
        try {
            return benchmark.measure(conditions);
        } catch (IOException | SQLException | TimeoutException e) {
            String reason = Optional.ofNullable(e.getMessage()).orElse(e.toString());
            throw new CommandFailure(benchmark.name() + " could not be measured: " + reason, e);
        }
    }

    private void draw(String file, String svg) {
        if (plots != null) {
            try {
                Files.createDirectories(plots);
                Files.writeString(plots.resolve(file), svg);
            } catch (IOException e) {
                throw new CommandFailure("Cannot draw into " + plots + ": " + FileTrouble.reason(e) + ".", e);
            }
        }
    }

    private List<Benchmark> chosen(CommandLine command) {
        Set<String> known = ALL.stream().map(Benchmark::name).collect(Collectors.toCollection(LinkedHashSet::new));
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new ParameterException(
                    command, "There is no benchmark \"" + name + "\". There are: " + String.join(", ", known) + ".");
        });
        return ALL.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
    }

    /** This class was loaded from {@code home/benchmarks/target/…}, packaged or not. */
    static Installation installation() {
        try {
            Path code = Path.of(Bench.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Installation(code.resolve("../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A failure as one sentence where it has one. */
    public static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CommandFailure) {
            command.getErr().println(failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
