package dev.weakspot.cli.evaluate;

import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.FileTrouble;
import dev.weakspot.cli.chart.PictureFolder;
import dev.weakspot.cli.dataset.ResponseFile;
import dev.weakspot.model.evaluation.Answer;
import dev.weakspot.model.evaluation.Evaluation;
import dev.weakspot.model.evaluation.Protocol;
import dev.weakspot.model.evaluation.Report;
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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets our model and others predict every answer of a data set, and tells who did best. */
@Command(
        name = "evaluate",
        description = "Compare our predictions with other models' on a data set of learner responses.",
        footer = {
            "",
            "FILE is CSV, perhaps gzipped, with the columns learner, question, skills",
            "(separated by ~), correct (0 or 1) and order_or_timestamp, in the order of",
            "answering, and split where --protocol names one.",
            "",
            "prequential: every answer is predicted first and learned from afterwards,",
            "from a cold start.",
            "split:LABEL: the rows of this split are predicted, learner by learner, after",
            "all others have been learned; with --frozen nothing is learned from them but",
            "about their own learner."
        },
        mixinStandardHelpOptions = true)
public final class Evaluate implements Callable<Integer> {

    private static final String PREQUENTIAL = "prequential";
    private static final String SPLIT = "split:";
    private static final int BOOTSTRAP_DRAWS = 200;
    private static final long SEED = 20_260_301;

    @Parameters(paramLabel = "FILE", description = "The data set: .csv or .csv.gz")
    private @Nullable Path file;

    @Option(
            names = "--protocol",
            paramLabel = "PROTOCOL",
            description = "prequential or split:LABEL (default: ${DEFAULT-VALUE}).",
            defaultValue = PREQUENTIAL)
    private String protocol = PREQUENTIAL;

    @ArgGroup
    private Learning learning = new Learning();

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N rows.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--shuffle-labels",
            description =
                    "Deal the answers out anew, by chance: whoever predicts better than a coin then has seen them.")
    private boolean isShuffled;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Option(
            names = "--plot",
            paramLabel = "DIR",
            description = "Also draw reliability.svg and auc-by-attempt.svg into this folder.")
    private @Nullable Path plots;

    @Spec
    private @Nullable CommandSpec spec;

    /** One of the two, and only with a split. */
    private static final class Learning {

        @Option(names = "--frozen", description = "With a split: learn nothing about questions and topics from it.")
        private boolean isFrozen;

        @Option(names = "--online", description = "With a split: go on learning from it (the default).")
        @SuppressWarnings("UnusedVariable") // The default: one may want to say it.
        private boolean isOnline;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        Path path = Optional.ofNullable(file).orElseThrow();
        Protocol chosen = protocol(command);
        if (limit < 1) {
            throw new ParameterException(command.commandLine(), "--limit must be at least 1.");
        }
        Optional.ofNullable(plots).ifPresent(folder -> PictureFolder.prepare(folder, command.commandLine()));
        var dataSet = new AnswersOfDataSet();
        new ResponseFile(path).forEach(limit, dataSet::add);
        List<Answer> answers = isShuffled ? dataSet.shuffled(SEED) : dataSet.answers();
        if (chosen instanceof Protocol.Split split && !dataSet.hasSplit(split.label())) {
            throw new CommandFailure(path + " has no row of the split " + split.label() + ".");
        }

        Report report = evaluate(answers, chosen);

        PrintWriter out = command.commandLine().getOut();
        out.println(json ? ReportJson.of(report) : ReportTable.of(report));
        out.flush();
        Optional.ofNullable(plots).ifPresent(folder -> draw(report, folder));
        return 0;
    }

    private static void draw(Report report, Path folder) {
        try {
            Pictures.draw(report, folder);
        } catch (IOException e) {
            throw new CommandFailure("Cannot draw into " + folder + ": " + FileTrouble.reason(e) + ".", e);
        }
    }

    private static Report evaluate(List<Answer> answers, Protocol protocol) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("answers")
                .setInitialMax(Evaluation.steps(answers.size()))
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, 100))
                .setUpdateIntervalMillis(500)
                .showSpeed()
                .build()) {
            return new Evaluation(new ThreadMeter(), BOOTSTRAP_DRAWS, SEED, bar::stepBy).run(answers, protocol);
        }
    }

    private Protocol protocol(CommandSpec command) {
        if (protocol.equals(PREQUENTIAL)) {
            if (learning.isFrozen) {
                throw new ParameterException(command.commandLine(), "--frozen needs --protocol split:LABEL.");
            }
            return new Protocol.Prequential();
        }
        if (protocol.startsWith(SPLIT) && protocol.length() > SPLIT.length()) {
            return new Protocol.Split(protocol.substring(SPLIT.length()), learning.isFrozen);
        }
        throw new ParameterException(
                command.commandLine(), "--protocol is prequential or split:LABEL, not \"" + protocol + "\".");
    }
}
