package dev.weakspot.cli;

import dev.weakspot.testbed.LocalIdentity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints a signed token for local use, and nothing else, so that a shell can put it into a header. */
@Command(
        name = "token",
        description = "Print a token for local use.",
        footer = {
            "",
            "The token is valid for 24 hours, and only for the system that runs on this data",
            "folder.",
            "",
            "  curl -H \"Authorization: Bearer $(./weakspot token --learner ada)\" \\",
            "       http://127.0.0.1:8083/api/v1/learners/me/weak-topics"
        },
        mixinStandardHelpOptions = true)
final class Token implements Callable<Integer> {

    private static final Duration VALIDITY = Duration.ofHours(24);

    @ArgGroup(multiplicity = "1")
    private Bearer bearer = new Bearer();

    @Option(
            names = "--name",
            converter = PersonName.class,
            paramLabel = "NAME",
            description = "Who the author, analyst or operator is.")
    private String name = "somebody";

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DataFolder folder = data.folder();
        if (!Files.exists(folder.identity())) {
            throw new CommandFailure("There are no keys in " + folder.root()
                    + " yet: run ./weakspot start first, it makes them, or name its folder with --data.");
        }
        PrintWriter out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
        out.println(bearer.token(LocalIdentity.in(folder.identity()), name));
        out.flush();
        return 0;
    }

    /** A learner by name, or somebody who works here. */
    static final class Bearer {

        @Option(
                names = "--learner",
                required = true,
                converter = PersonName.class,
                paramLabel = "NAME",
                description = "A token of this learner. The services see a pseudonym, never the name.")
        private String learner = "";

        @Option(
                names = "--role",
                required = true,
                converter = RoleName.class,
                paramLabel = "ROLE",
                description = "A token of an author, analyst or ops person.")
        private String role = "";

        String token(LocalIdentity identity, String name) {
            if (!learner.isEmpty()) {
                return identity.token(identity.learnerNamed(learner), Set.of("learner"), VALIDITY);
            }
            UUID person = identity.pseudonym(role, name);
            return identity.token(person, Set.of(role), VALIDITY);
        }
    }

    /** Accepts whatever is not blank. */
    static final class PersonName implements ITypeConverter<String> {

        @Override
        public String convert(String word) {
            if (word.isBlank()) {
                throw new TypeConversionException("a name must not be blank");
            }
            return word;
        }
    }

    /** Accepts the roles that people have besides learning. */
    static final class RoleName implements ITypeConverter<String> {

        private static final Set<String> ROLES = Set.of("author", "analyst", "ops");

        @Override
        public String convert(String word) {
            if (!ROLES.contains(word)) {
                throw new TypeConversionException("'" + word + "' is none of author, analyst, ops");
            }
            return word;
        }
    }
}
