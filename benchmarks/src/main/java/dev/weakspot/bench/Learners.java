package dev.weakspot.bench;

import dev.weakspot.bench.load.Request;
import dev.weakspot.testbed.LocalIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Learners who may sign in, and what they ask for. Threads may share them. */
record Learners(List<String> tokens) {

    private static final Duration VALIDITY = Duration.ofHours(6);

    Learners {
        tokens = List.copyOf(tokens);
    }

    static Learners signedIn(int number, LocalIdentity identity) {
        return new Learners(IntStream.range(0, number)
                .parallel()
                .mapToObj(learner -> identity.token(id(learner), Set.of("learner"), VALIDITY))
                .toList());
    }

    /** The learner of that number. */
    static UUID id(int learner) {
        return new UUID(0x1ea4_0000_0000_4000L, 0x8000_0000_0000_0000L | learner);
    }

    String anyToken() {
        return any(tokens);
    }

    static <T> T any(List<T> things) {
        return things.get(ThreadLocalRandom.current().nextInt(things.size()));
    }

    /** Somebody's answer to some question: a new attempt each time, half of them right. */
    byte[] attempt(Bank bank) {
        return attempt(bank, anyToken());
    }

    static byte[] attempt(Bank bank, String token) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return Request.post(
                "/api/v1/attempts",
                token,
                "{\"attempt_id\":\"" + new UUID(random.nextLong(), random.nextLong()) + "\",\"question_id\":\""
                        + Bank.question(bank.draw())
                        + "\",\"question_version\":1,\"answer\":{\"type\":\"single-choice\",\"choice\":\""
                        + (random.nextBoolean() ? 'a' : 'b') + "\"},\"response_time_ms\":12500,\"hints_used\":0}");
    }
}
