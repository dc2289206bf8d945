package dev.weakspot.cli;

import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.PostgresServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything in this JVM and stays until it is told to stop. */
@Command(
        name = "start",
        description = "Start PostgreSQL, Kafka and the services, and stop them on Ctrl-C.",
        footer = {
            "",
            "Data, keys and logs stay in the data folder: a restart, also after a crash,",
            "loses nothing. All ports are on 127.0.0.1:",
            "",
            "                   usually   with --port-base N",
            "  front door          8080   N",
            "  catalog             8081   N+1",
            "  practice            8082   N+2",
            "  recommendation      8083   N+3",
            "  Kafka               9092   N+4",
            "  PostgreSQL         15432   N+5",
            "",
            "Further recommendation services follow PostgreSQL: 15433, 15434 … or N+6, N+7 …",
            "",
            "Ctrl-C stops it in the foreground. In the background of a shell script Ctrl-C",
            "is ignored: there, kill PID stops it in order.",
            "",
            "Exit codes: 1 could not start, 2 wrong usage, 130 stopped by Ctrl-C, 143",
            "stopped by kill."
        },
        mixinStandardHelpOptions = true)
final class Start implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(Start.class);
    private static final int MOST_INSTANCES = 8;
    private static final String BANK_FOLDER = "WEAKSPOT_BANK_FOLDER";
    private static final long PID = ProcessHandle.current().pid();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "Move all ports: six in a row, beginning at N, which lies between 1024 and 65523.")
    private @Nullable Integer portBase;

    @Option(names = "--fresh", description = "Forget all data and keys first.")
    private boolean fresh;

    @Option(
            names = "--recommendation-instances",
            paramLabel = "N",
            description =
                    "So many recommendation services, which share the learners (1 to 8, default: ${DEFAULT-VALUE}).")
    private int recommendationInstances = 1;

    @Option(names = "--no-bank", description = "Do not load the question bank.")
    private boolean noBank;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        PortPlan ports = ports(command);
        if (recommendationInstances < 1 || recommendationInstances > MOST_INSTANCES) {
            throw new ParameterException(
                    command.commandLine(),
                    "--recommendation-instances must lie between 1 and 8, and is " + recommendationInstances + ".");
        }
        DataFolder folder = data.folder();
        Installation installation = Installation.current();

        if (!noBank) {
            requireBankFolder();
        }
        FileLock lock = folder.occupy();
        PostgresServer.stopAbandoned(folder.postgres());
        ports.requireFree(recommendationInstances - 1);
        installation.requireComplete();
        // Whatever can refuse has been asked by now.
        if (fresh) {
            folder.empty();
        }
        var logs = new Logs(folder);
        logs.begin();

        var progress = new Progress(command.commandLine().getOut(), ManagementFactory.getRuntimeMXBean());
        var system = new LocalSystem(installation, folder, ports, recommendationInstances, !noBank, logs, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system, folder, lock, progress)));
        progress.say("Weakspot starts on " + folder.root());
        LOG.atInfo()
                .addKeyValue("version", Installation.version())
                .addKeyValue("pid", PID)
                .addKeyValue("ports", ports)
                .log("Weakspot starts");
        try {
            system.start();
        } catch (CancellationException e) {
            return 1;
        }
        folder.announce(new RunningSystem(PID, ports));
        LOG.atInfo()
                .addKeyValue("seconds", Progress.seconds(progress.sinceStart()))
                .log("Weakspot is ready");
        welcome(folder, ports, progress);
        new QuestionBank(ports.urlOf(ServiceName.CATALOG), LocalIdentity.in(folder.identity()))
                .awaitFaults()
                .ifPresent(progress::say);
        new CountDownLatch(1).await();
        return 0;
    }

    /** The catalog reads the variable by itself, and would wait for the folder. */
    private static void requireBankFolder() {
        String bank = System.getenv(BANK_FOLDER);
        if (bank != null && !Files.isDirectory(Path.of(bank))) {
            throw new CommandFailure(BANK_FOLDER + ": " + bank + " is no folder.");
        }
    }

    private PortPlan ports(CommandSpec command) {
        if (portBase == null) {
            return PortPlan.USUAL;
        }
        if (portBase < 1024 || portBase > 65_523) {
            throw new ParameterException(
                    command.commandLine(), "--port-base must lie between 1024 and 65523, and is " + portBase + ".");
        }
        return PortPlan.from(portBase);
    }

    private void welcome(DataFolder folder, PortPlan ports, Progress progress) {
        String self = ShellWord.of(System.getProperty("weakspot.command", "./weakspot"));
        progress.say(String.format(
                Locale.ROOT, "%nWeakspot is ready after %.1f s.%n", Progress.seconds(progress.sinceStart())));
        progress.say("  open   " + ports.urlOf(ServiceName.WEB) + "/  in a browser");
        progress.say("  data   " + folder.root());
        progress.say("  log    " + folder.log());
        progress.say("  stop   Ctrl-C, or kill " + PID);
        progress.say(String.format("""

                Try:
                  curl -H "Authorization: Bearer $(%s token --learner ada%s)" \\
                       %s/api/v1/learners/me/suggestions
                """, self, data.asArgument(), ports.urlOf(ServiceName.RECOMMENDATION)));
    }

    private static void stop(LocalSystem system, DataFolder folder, FileLock lock, Progress progress) {
        long began = System.nanoTime();
        progress.sayLast("Stopping …");
        system.close();
        try {
            folder.renounce();
            lock.close();
        } catch (IOException e) {
            progress.sayLast("The data folder is not tidy: " + e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        LOG.atInfo().addKeyValue("seconds", Progress.seconds(took)).log("Weakspot has stopped");
        progress.sayLast(String.format(Locale.ROOT, "Stopped after %.1f s.", Progress.seconds(took)));
    }
}
