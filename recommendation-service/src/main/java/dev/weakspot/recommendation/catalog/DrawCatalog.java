package dev.weakspot.recommendation.catalog;

import static java.util.stream.Collectors.joining;

import dev.weakspot.recommendation.catalog.CatalogChange.QuestionPublished;
import dev.weakspot.recommendation.catalog.CatalogChange.QuestionWithdrawn;
import dev.weakspot.recommendation.catalog.CatalogChange.Subject;
import dev.weakspot.recommendation.catalog.CatalogChange.TopicPublished;
import dev.weakspot.recommendation.catalog.CatalogChange.TopicWithdrawn;
import dev.weakspot.recommendation.database.Rows;
import dev.weakspot.recommendation.database.Rows.ColumnType;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps our picture of the catalog up to date. Applying a change again changes nothing; runs in its caller's transaction. */
@Singleton
class DrawCatalog {

    private static final String PUBLISH_TOPICS = """
            insert into catalog_topic (slug, title, topic_group, prerequisites, withdrawn)
            select slug, title, topic_group, prerequisites::text[], false
              from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as published (slug, title, topic_group, prerequisites)
                on conflict (slug) do update
               set title = excluded.title, topic_group = excluded.topic_group, prerequisites = excluded.prerequisites,
                   withdrawn = false
            """;

    private static final String WITHDRAW_TOPICS = "update catalog_topic set withdrawn = true where slug = any (?)";

    // A version that we know, or one before it, is an event that came late or twice: it neither takes back what
    // followed
    // nor brings back what was withdrawn. Of one that was drawn before we kept the expected time, we only add that.
    private static final String PUBLISH_QUESTIONS = """
            insert into catalog_question (id, version, kind, level, difficulty, topics, expected_seconds, withdrawn)
            select id, version, kind, level, difficulty, topics::text[], expected_seconds, false
              from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::float8[], ?::text[], ?::integer[])
                   as published (id, version, kind, level, difficulty, topics, expected_seconds)
                on conflict (id) do update
               set version = excluded.version, kind = excluded.kind, level = excluded.level,
                   difficulty = excluded.difficulty, topics = excluded.topics, expected_seconds = excluded.expected_seconds,
                   withdrawn = catalog_question.withdrawn and catalog_question.version = excluded.version
             where catalog_question.version < excluded.version
                or catalog_question.version = excluded.version and catalog_question.expected_seconds is null
            """;

    private static final String WITHDRAW_QUESTIONS = "update catalog_question set withdrawn = true where id = any (?)";

    private final Rows rows;

    DrawCatalog(Rows rows) {
        this.rows = rows;
    }

    void apply(List<CatalogChange> changes) {
        Map<Subject, CatalogChange> run = new LinkedHashMap<>();
        for (CatalogChange change : changes) {
            // What is said about the same topic or question again has to see what was said before.
            if (run.containsKey(change.subject())) {
                write(run.values());
                run.clear();
            }
            run.put(change.subject(), change);
        }
        write(run.values());
    }

    private void write(Collection<CatalogChange> changes) {
        publishTopics(only(TopicPublished.class, changes));
        rows.of(only(TopicWithdrawn.class, changes))
                .column(ColumnType.TEXT, TopicWithdrawn::slug)
                .write(WITHDRAW_TOPICS);
        publishQuestions(only(QuestionPublished.class, changes));
        rows.of(only(QuestionWithdrawn.class, changes))
                .column(ColumnType.TEXT, QuestionWithdrawn::questionId)
                .write(WITHDRAW_QUESTIONS);
    }

    private static <T extends CatalogChange> List<T> only(Class<T> kind, Collection<CatalogChange> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void publishTopics(Collection<TopicPublished> published) {
        rows.of(published)
                .column(ColumnType.TEXT, TopicPublished::slug)
                .column(ColumnType.TEXT, TopicPublished::title)
                .column(ColumnType.TEXT, TopicPublished::group)
                .column(ColumnType.TEXT, topic -> arrayLiteral(topic.prerequisites()))
                .write(PUBLISH_TOPICS);
    }

    private void publishQuestions(Collection<QuestionPublished> published) {
        rows.of(published)
                .column(ColumnType.TEXT, QuestionPublished::questionId)
                .column(ColumnType.INTEGER, QuestionPublished::version)
                .column(ColumnType.TEXT, QuestionPublished::kind)
                .column(ColumnType.TEXT, QuestionPublished::level)
                .column(ColumnType.DOUBLE, QuestionPublished::difficulty)
                .column(ColumnType.TEXT, question -> arrayLiteral(question.topics()))
                .column(ColumnType.INTEGER, QuestionPublished::expectedSeconds)
                .write(PUBLISH_QUESTIONS);
    }

    /** A slug holds nothing that an array literal would need to quote: unnest would flatten an array of arrays. */
    private static String arrayLiteral(List<String> slugs) {
        return slugs.stream().collect(joining(",", "{", "}"));
    }
}
