package dev.weakspot.cli;

import dev.weakspot.cli.evaluate.Evaluate;
import dev.weakspot.cli.replay.Replay;
import dev.weakspot.cli.simulate.Simulate;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code weakspot} command. Exit codes: 0 done, 1 failed (one sentence says why), 2 wrong usage. */
@Command(
        name = "weakspot",
        description = "Finds the topics a learner is weakest at and hands them the best next question.",
        mixinStandardHelpOptions = true,
        versionProvider = Weakspot.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Start.class, Token.class, Replay.class, Evaluate.class, Simulate.class, Doctor.class})
final class Weakspot implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Weakspot()).setExecutionExceptionHandler(Weakspot::explain);
    }

    @Override
    public void run() {
        throw new ParameterException(Optional.ofNullable(spec).orElseThrow().commandLine(), "Which command?");
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof CommandFailure) {
            err.println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        err.println("That went wrong in a way nobody foresaw: " + failure);
        err.println("Details are in " + CrashReport.write(failure));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The version that the jar's manifest says. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"weakspot " + Installation.version()};
        }
    }
}
