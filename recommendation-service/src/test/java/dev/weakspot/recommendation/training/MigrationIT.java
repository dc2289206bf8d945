package dev.weakspot.recommendation.training;

import static dev.weakspot.recommendation.TestLearner.aLearner;
import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an older version of the service left behind. */
class MigrationIT {

    @Test
    void whatTheModelBeforeLearnedIsLearnedAnew() {
        try (RecommendationService service = RecommendationService.notStarted()) {
            TestLearner ada = aLearner();
            service.sendToOnePartition(ada.answersAll(questionsOn("orm", 5), 1));
            migrateTo(service, "4");
            service.update("""
                    insert into learner values ('%s', 5, now(), 0.5, 0.5);
                    insert into belief values ('%s', 'orm', 0.5, 0.5, 5, now(), 0.7);
                    insert into question_seen values ('%s', 'orm-1', 1, 1, 1, now());
                    insert into prediction values ('%s', 1, gen_random_uuid(), 'orm-1', 0.5, 1, 'bayesian-elo/1', now());
                    insert into inbox_offset values ('%s', 0, 5)
                    """.formatted(
                            ada.id(), ada.id(), ada.id(), ada.id(), service.topic(RecommendationService.ATTEMPTS)));

            service.startInstance();
            service.awaitSequence(ada, 5);

            assertThat(service.query("select topic, attempts from belief")).containsExactly("orm 5");
            assertThat(service.query("select attempts from question_seen")).containsExactly("1", "1", "1", "1", "1");
            assertThat(service.query("select model from prediction order by sequence"))
                    .containsExactly("lean/1@0", "lean/1@1", "lean/1@2", "lean/1@3", "lean/1@4");
        }
    }

    private static void migrateTo(RecommendationService service, String version) {
        Flyway.configure()
                .dataSource(
                        service.database().url(),
                        service.database().user(),
                        service.database().password())
                .target(version)
                .load()
                .migrate();
    }
}
