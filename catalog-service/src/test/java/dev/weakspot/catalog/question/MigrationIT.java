package dev.weakspot.catalog.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.RunningCatalog;
import dev.weakspot.catalog.RunningCatalog.World;
import dev.weakspot.testbed.Database;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an older version of the service left behind. */
class MigrationIT {

    @Test
    void questionsFromBeforeTheyWereListedAreFound() {
        World world = World.create();
        migrateTo(world.database(), "3");
        String newer = Bodies.LAZY.replace("reach the", "vanish from the");
        world.execute("""
                insert into topic values ('orm', 'ORM', 'Models', '{}', 1);
                insert into question values ('changed', 2, null), ('kept', 1, null), ('withdrawn', 1, now());
                insert into question_version values
                    ('changed', 1, '%1$s', now()), ('changed', 2, '%2$s', now()), ('kept', 1, '%1$s', now()),
                    ('withdrawn', 1, '%1$s', now())
                """.formatted(Bodies.LAZY, newer));

        try (RunningCatalog catalog = world.start()) {
            catalog.awaitCounts(2);

            assertThat(found(catalog, "topic=orm")).containsExactly("changed", "kept");
            assertThat(found(catalog, "q=reach")).containsExactly("kept");
            assertThat(found(catalog, "q=vonish")).containsExactly("changed");
        }
    }

    private static List<String> found(RunningCatalog catalog, String query) {
        return catalog.get("/api/v1/questions?" + query, "learner")
                .json()
                .get("items")
                .findValuesAsText("question_id");
    }

    private static void migrateTo(Database database, String version) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .target(version)
                .load()
                .migrate();
    }
}
