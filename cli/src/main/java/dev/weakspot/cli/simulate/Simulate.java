package dev.weakspot.cli.simulate;

import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.FileTrouble;
import dev.weakspot.cli.chart.PictureFolder;
import dev.weakspot.model.simulation.Comparison;
import dev.weakspot.model.simulation.Policies;
import dev.weakspot.model.simulation.Policy;
import dev.weakspot.model.simulation.Setting;
import dev.weakspot.model.simulation.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares ways of choosing the next question, on learners whose true abilities we know. */
@Command(
        name = "simulate",
        description = "Compare ways of choosing the next question, on made-up learners who learn and forget.",
        footer = {
            "",
            "Policies, ways of choosing: random, any question not had; round_robin, topics",
            "in turn; greedy_weakest, always the topic that looks weakest; elo_target, the",
            "question nearest a success of 70 %%; weakspot, ours; oracle, which sees the",
            "truth and so shows how much there is to gain. Every policy meets the same",
            "learners with the same luck; all but the oracle know of them only what the",
            "learner model believes. The same seed gives the same numbers.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        },
        mixinStandardHelpOptions = true)
public final class Simulate implements Callable<Integer> {

    private static final int LEAST_TOPICS = 4;

    @Option(
            names = "--learners",
            paramLabel = "N",
            description = "How many learners to make up (default: ${DEFAULT-VALUE}).")
    private int learners = 1000;

    @Option(
            names = "--topics",
            paramLabel = "N",
            description = "Topics of the made-up bank, four at least (default: ${DEFAULT-VALUE}).")
    private int topics = 12;

    @Option(
            names = "--questions",
            paramLabel = "N",
            description = "Questions of the made-up bank (default: ${DEFAULT-VALUE}).")
    private int questions = 360;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            description = "How many questions each learner answers, ten a day (default: ${DEFAULT-VALUE}).")
    private int attempts = 60;

    @Option(names = "--bank", description = "Practise with our own question bank instead of a made-up one.")
    private boolean bank;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides all chance: another one makes other learners (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "DIR", description = "Also draw pictures into this folder, as SVG.")
    private @Nullable Path plot;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        check(command.commandLine());
        Optional.ofNullable(plot).ifPresent(folder -> PictureFolder.prepare(folder, command.commandLine()));
        Setting setting = bank ? OwnBank.read() : new Setting.MadeUp(topics, questions);

        Comparison comparison = simulate(new Simulation.Plan(setting, learners, attempts, seed));

        PrintWriter out = command.commandLine().getOut();
        out.println(json ? Report.toJson(comparison) : Report.toTable(comparison));
        out.flush();
        Optional.ofNullable(plot).ifPresent(folder -> draw(comparison, folder));
        return 0;
    }

    private void check(CommandLine command) {
        atLeast(command, "--learners", learners, 1);
        atLeast(command, "--attempts", attempts, 1);
        if (bank && (isGiven(command, "--topics") || isGiven(command, "--questions"))) {
            throw new ParameterException(
                    command, "--topics and --questions are of a made-up bank: leave them out with --bank.");
        }
        atLeast(command, "--topics", topics, LEAST_TOPICS);
        if (questions < topics) {
            throw new ParameterException(
                    command,
                    "--questions must be at least %d, one for each topic, and is %d.".formatted(topics, questions));
        }
    }

    private static void atLeast(CommandLine command, String option, int value, int least) {
        if (value < least) {
            throw new ParameterException(command, "%s must be at least %d, and is %d.".formatted(option, least, value));
        }
    }

    private static boolean isGiven(CommandLine command, String option) {
        return command.getParseResult().hasMatchedOption(option);
    }

    private Comparison simulate(Simulation.Plan plan) {
        List<Policy> policies = Policies.all();
        try (ProgressBar bar = bar((long) plan.learners() * policies.size())) {
            return Simulation.ofLean().run(plan, policies, bar::step);
        }
    }

    private static void draw(Comparison comparison, Path folder) {
        try {
            Pictures.draw(comparison, folder);
        } catch (IOException e) {
            throw new CommandFailure("Cannot draw into " + folder + ": " + FileTrouble.reason(e) + ".", e);
        }
    }

    private static ProgressBar bar(long max) {
        return new ProgressBarBuilder()
                .setTaskName("learners")
                .setInitialMax(max)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, 100))
                .setUpdateIntervalMillis(500)
                .build();
    }
}
