package dev.weakspot.bench.fault;

import dev.weakspot.bench.Bank;
import dev.weakspot.bench.Bench;
import dev.weakspot.bench.Databases;
import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.Installation;
import dev.weakspot.cli.ServiceName;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets faults strike one after the other while learners answer, then two at a time, and checks what is left. */
@Command(
        name = "weakspot test --faults",
        description =
                "Kill, freeze, starve and confuse a system of its own while learners answer, then prove that nothing was lost.",
        footer = {
            "",
            "Every kind of fault strikes once, then pairs strike together until there were",
            "as many as wanted; a line tells of each when it is over. What you have in",
            ".weakspot is not touched. As root it mounts a disk in memory that can be full.",
            "",
            "Exit codes: 0 nothing was lost, 1 something was, or it could not be tested,",
            "2 wrong usage."
        },
        mixinStandardHelpOptions = true)
public final class FaultRun implements Callable<Integer> {

    private static final Bank BANK = new Bank(12, 240);
    private static final int LEARNERS = 60;

    @Parameters(
            paramLabel = "FAULT",
            description = "What strikes (default: everything that this machine lets happen): ${COMPLETION-CANDIDATES}.",
            completionCandidates = FaultTitles.class)
    private List<String> only = List.of();

    @Option(names = "--number", paramLabel = "N", description = "How many faults (default: ${DEFAULT-VALUE}).")
    private int number = 200;

    @Option(
            names = "--per-second",
            paramLabel = "N",
            description = "Attempts of all learners (default: ${DEFAULT-VALUE}).")
    private int perSecond = 100;

    @Option(
            names = "--length",
            paramLabel = "SECONDS",
            description = "How long something stays away or goes on (default: ${DEFAULT-VALUE}).")
    private int seconds = 3;

    @Option(names = "--seed", paramLabel = "N", description = "Decides what strikes when (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new FaultRun()).setExecutionExceptionHandler(Bench::explain);
    }

    /** One fault, or two together, and how long it took until what was answered afterwards was learned from. */
    private record Strike(List<Fault> faults, Duration lasted, Duration recovery) {

        String title() {
            return faults.stream().map(Fault::title).collect(Collectors.joining(" + "));
        }
    }

    @Override
    public Integer call() throws Exception {
        CommandLine command = Optional.ofNullable(spec).orElseThrow().commandLine();
        PrintWriter out = command.getOut();
        requireBetween(command, "--number", number, 1, 10_000);
        requireBetween(command, "--per-second", perSecond, 1, 10_000);
        requireBetween(command, "--length", seconds, 1, 600);
        List<Fault> wanted = wanted(command);
        var random = new SplittableRandom(seed);
        var diary = new Diary();
        try (Cluster cluster = Cluster.start(Installation.of(FaultRun.class))) {
            BANK.publish(cluster.bootstrap());
            Databases.await(cluster.database(ServiceName.PRACTICE), "select count(*) from question", BANK.questions());
            Databases.await(
                    cluster.database(ServiceName.RECOMMENDATION),
                    "select count(*) from catalog_question",
                    BANK.questions());
            var strangers = new Strangers(cluster.bootstrap(), BANK, random.split());
            List<Strike> strikes = new ArrayList<>();
            try (var learners = new Learners(cluster, BANK, diary)) {
                learners.begin(LEARNERS, perSecond, random.split());
                var scene = new Fault.Scene(cluster, learners, strangers, Duration.ofSeconds(seconds), random.split());
                for (List<Fault> faults : plan(cluster, wanted, random, out)) {
                    Strike strike = strike(faults, scene, random);
                    strikes.add(strike);
                    say(
                            out,
                            "%-60s lasted %5.1f s, recovered after %5.1f s"
                                    .formatted(strike.title(), seconds(strike.lasted()), seconds(strike.recovery())));
                }
            }
            return report(cluster, diary, strangers, strikes, out);
        }
    }

    /** Each kind once, then in pairs. */
    private List<List<Fault>> plan(Cluster cluster, List<Fault> wanted, SplittableRandom random, PrintWriter out) {
        List<Fault> possible = new ArrayList<>();
        for (Fault fault : wanted) {
            if (fault.isPossible(cluster)) {
                possible.add(fault);
            } else {
                say(out, fault.title() + ": not possible on this machine, left out");
            }
        }
        if (possible.isEmpty()) {
            throw new CommandFailure("Nothing of that is possible on this machine.");
        }
        var order = new Random(random.nextLong());
        Collections.shuffle(possible, order);
        List<List<Fault>> plan = new ArrayList<>();
        int planned = 0;
        for (int i = 0; planned < number; i++) {
            if (i < possible.size()) {
                plan.add(List.of(possible.get(i)));
                planned++;
            } else {
                Fault first = possible.get(order.nextInt(possible.size()));
                List<Fault> partners = possible.stream().filter(first::goesWith).toList();
                List<Fault> struck = new ArrayList<>(List.of(first));
                if (!partners.isEmpty()) {
                    struck.add(partners.get(order.nextInt(partners.size())));
                }
                plan.add(List.copyOf(struck));
                planned += struck.size();
            }
        }
        return plan;
    }

    private static Strike strike(List<Fault> faults, Fault.Scene scene, SplittableRandom random)
            throws IOException, InterruptedException, ExecutionException {
        scene.rest(random.nextInt(1_000));
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> striking = new ArrayList<>();
            for (Fault fault : faults) {
                striking.add(threads.submit(() -> {
                    fault.strike(scene);
                    return null;
                }));
            }
            for (Future<Void> one : striking) {
                one.get();
            }
        }
        long struck = System.nanoTime();
        scene.awaitAll();
        scene.learners().awaitLearned(random.split());
        return new Strike(faults, Duration.ofNanos(struck - begin), Duration.ofNanos(System.nanoTime() - struck));
    }

    private int report(Cluster cluster, Diary diary, Strangers strangers, List<Strike> strikes, PrintWriter out)
            throws SQLException, IOException, InterruptedException {
        var checker = new Checker(cluster, diary, strangers);
        List<String> faults = new ArrayList<>(checker.check());
        Rebuild.Outcome rebuild = new Rebuild(cluster).compare(checker.payloads(), BANK.questions());
        faults.addAll(rebuild.faults());
        say(out, "");
        for (Fault fault : Fault.values()) {
            double[] recoveries = strikes.stream()
                    .filter(strike -> strike.faults().contains(fault))
                    .mapToDouble(strike -> seconds(strike.recovery()))
                    .sorted()
                    .toArray();
            if (recoveries.length > 0) {
                say(
                        out,
                        "%-32s %4d ×  recovered after %5.1f s (median), %5.1f s (longest)"
                                .formatted(
                                        fault.title(),
                                        recoveries.length,
                                        recoveries[recoveries.length / 2],
                                        recoveries[recoveries.length - 1]));
            }
        }
        say(out, diary.toString() + "; " + rebuild.learners() + " learners compared with a clean rebuild.");
        long struck =
                strikes.stream().flatMap(strike -> strike.faults().stream()).count();
        Stream.concat(
                        faults.stream(),
                        Stream.of(struck + " faults, "
                                + (faults.isEmpty() ? "nothing lost." : faults.size() + " things wrong.")))
                .forEach(line -> say(out, line));
        return faults.isEmpty() ? 0 : 1;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    private List<Fault> wanted(CommandLine command) {
        List<Fault> wanted = new ArrayList<>();
        for (String word : only) {
            wanted.add(Stream.of(Fault.values())
                    .filter(fault -> fault.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            command,
                            "There is no fault \"" + word + "\". There are: " + String.join(", ", new FaultTitles())
                                    + ".")));
        }
        return wanted.isEmpty() ? List.of(Fault.values()) : wanted;
    }

    private static void requireBetween(CommandLine command, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    command, "%s must lie between %d and %d, and is %d.".formatted(option, least, most, value));
        }
    }

    /** What may be named. */
    static final class FaultTitles implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.of(Fault.values()).map(Fault::word).iterator();
        }
    }
}
