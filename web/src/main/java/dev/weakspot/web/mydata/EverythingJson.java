package dev.weakspot.web.mydata;

import dev.weakspot.web.account.Account;
import dev.weakspot.web.visit.SignIn;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept about somebody as one JSON document. What services keep is passed on as they send it, also what we do not
 * know yet. Its last member is {@code "complete": true}: a document without it has lost its end.
 */
@Singleton
class EverythingJson {

    private final JsonMapper json;

    EverythingJson(JsonMapper json) {
        this.json = json;
    }

    /** An account without what one could sign in with. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record AccountKept(String name, UUID learnerId, List<String> roles, boolean demo, Instant createdAt) {

        static AccountKept of(Account account) {
            return new AccountKept(
                    account.name(), account.learnerId(), account.roles(), account.demo(), account.createdAt());
        }
    }

    /** A browser that is signed in, without what its cookie is known by. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record SignInKept(String device, Instant signedInAt, Instant seenAt) {

        static SignInKept of(SignIn signIn) {
            return new SignInKept(signIn.device(), signIn.signedInAt(), signIn.seenAt());
        }
    }

    /**
     * What are few enough to be held at once.
     *
     * @param beliefs with the version of the model that has come to them
     * @param goal nothing when none is set
     */
    record Few(
            Instant now,
            Account account,
            List<SignIn> signIns,
            JsonNode beliefs,
            @Nullable JsonNode goal) {}

    Iterator<String> parts(Few kept, Walk sessions, Walk attempts) {
        Stream<String> head = Stream.of("{\n"
                + member("exported_at", kept.now())
                + member("account", AccountKept.of(kept.account()))
                + member("sign_ins", kept.signIns().stream().map(SignInKept::of).toList())
                + member("goal", kept.goal() == null ? JsonNode.nullNode() : kept.goal())
                + member("beliefs", kept.beliefs()));
        Stream<String> lists = Stream.concat(list("sessions", sessions), list("attempts", attempts));
        return Stream.of(head, lists, Stream.of("\"complete\": true\n}\n"))
                .reduce(Stream.empty(), Stream::concat)
                .iterator();
    }

    private String member(String name, Object value) {
        return "\"" + name + "\": " + write(value) + ",\n";
    }

    private Stream<String> list(String name, Walk walk) {
        Stream<String> items = walk.pages().map(page -> {
            String lines = page.items().stream().map(this::write).collect(Collectors.joining(",\n"));
            return page.first() || lines.isEmpty() ? lines : ",\n" + lines;
        });
        return Stream.concat(Stream.concat(Stream.of("\"" + name + "\": [\n"), items), Stream.of("\n],\n"));
    }

    private String write(Object value) {
        try {
            return new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
