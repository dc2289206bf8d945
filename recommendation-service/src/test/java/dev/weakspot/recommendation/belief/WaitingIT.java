package dev.weakspot.recommendation.belief;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.learner.LearnerId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Those who wait for their attempt to be applied. */
class WaitingIT {

    private static RecommendationService service;
    private static Progress progress;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
        progress = service.bean(Progress.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void whatAnotherInstanceAppliesEndsTheWaitOfAll() throws Exception {
        List<LearnerId> learners =
                Stream.generate(UUID::randomUUID).map(LearnerId::new).limit(20).toList();
        List<Future<Boolean>> waits =
                learners.stream().map(learner -> waitingFor(learner, 3)).toList();
        await().until(() -> progress.waiting() == learners.size());

        applyElsewhere(learners);

        for (Future<Boolean> wait : waits) {
            assertThat(wait.get()).isTrue();
        }
    }

    private static void applyElsewhere(List<LearnerId> learners) {
        String memory = HexFormat.of().formatHex(new LearnerMemory().toBytes());
        service.update(learners.stream()
                .map(learner -> "('" + learner + "'::uuid, 3, now(), '\\x" + memory + "'::bytea)")
                .collect(joining(", ", "insert into learner (learner_id, sequence, answered_at, memory) values ", "")));
    }

    /** In the database there is nothing of them. */
    @Test
    void whatIsCommittedHereEndsTheWaitOfThoseWhoWaitForNoMore() throws Exception {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        LearnerId ben = new LearnerId(UUID.randomUUID());
        Future<Boolean> third = waitingFor(ada, 3);
        Future<Boolean> fourth = waitingFor(ada, 4);
        Future<Boolean> bens = waitingFor(ben, 1);
        await().until(() -> progress.waiting() == 3);

        service.inTransaction(() -> progress.announceOnCommit(Map.of(ada, 3L)));

        assertThat(third.get()).isTrue();
        assertThat(fourth.get()).isFalse();
        assertThat(bens.get()).isFalse();
    }

    @Test
    void whatIsRolledBackIsNotAnnounced() throws Exception {
        LearnerId ada = new LearnerId(UUID.randomUUID());
        Future<Boolean> wait = waitingFor(ada, 1);
        await().until(() -> progress.waiting() == 1);

        assertThatThrownBy(() -> service.inTransaction(() -> {
                    progress.announceOnCommit(Map.of(ada, 1L));
                    throw new IllegalStateException("No, not after all.");
                }))
                .hasMessage("No, not after all.");

        assertThat(wait.get()).isFalse();
    }

    @Test
    void whoCannotWaitAnyMoreIsAnsweredAtOnce() throws Exception {
        List<Future<Boolean>> waits = Stream.generate(UUID::randomUUID)
                .limit(Progress.MOST)
                .map(learner -> waitingFor(new LearnerId(learner), 1))
                .toList();
        await().until(() -> progress.waiting() == waits.size());

        boolean isSeen = progress.await(new LearnerId(UUID.randomUUID()), 1);

        assertThat(isSeen).isFalse();
        assertThat(waits).noneMatch(Future::isDone);
    }

    @Test
    void nothingIsAnnouncedWithoutATransactionThatIsCommitted() {
        assertThatIllegalStateException()
                .isThrownBy(() -> progress.announceOnCommit(Map.of()))
                .withMessageContaining("no transaction");
    }

    private Future<Boolean> waitingFor(LearnerId learner, long sequence) {
        return threads.submit(() -> progress.await(learner, sequence));
    }
}
