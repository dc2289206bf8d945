package dev.weakspot.recommendation.catalog;

import static java.util.stream.Collectors.joining;

import dev.weakspot.recommendation.catalog.CatalogChange.QuestionPublished;
import dev.weakspot.recommendation.catalog.CatalogChange.QuestionWithdrawn;
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

    private static final String PUBLISH_QUESTIONS = """
            insert into catalog_question (id, version, kind, level, difficulty, topics, withdrawn)
            select id, version, kind, level, difficulty, topics::text[], false
              from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::float8[], ?::text[])
                   as published (id, version, kind, level, difficulty, topics)
                on conflict (id) do update
               set version = excluded.version, kind = excluded.kind, level = excluded.level,
                   difficulty = excluded.difficulty, topics = excluded.topics, withdrawn = false
            """;

    private static final String WITHDRAW_QUESTIONS = "update catalog_question set withdrawn = true where id = any (?)";

    private final Rows rows;

    DrawCatalog(Rows rows) {
        this.rows = rows;
    }

    void apply(List<CatalogChange> changes) {
        Map<String, TopicPublished> topics = new LinkedHashMap<>();
        Map<String, TopicWithdrawn> goneTopics = new LinkedHashMap<>();
        Map<String, QuestionPublished> questions = new LinkedHashMap<>();
        Map<String, QuestionWithdrawn> goneQuestions = new LinkedHashMap<>();
        for (CatalogChange change : changes) {
            switch (change) {
                case TopicPublished topic -> replace(topics, goneTopics, topic.slug(), topic);
                case TopicWithdrawn topic -> replace(goneTopics, topics, topic.slug(), topic);
                case QuestionPublished question -> replace(questions, goneQuestions, question.questionId(), question);
                case QuestionWithdrawn question -> replace(goneQuestions, questions, question.questionId(), question);
            }
        }
        publishTopics(topics.values());
        rows.of(goneTopics.values())
                .column(ColumnType.TEXT, TopicWithdrawn::slug)
                .write(WITHDRAW_TOPICS);
        publishQuestions(questions.values());
        rows.of(goneQuestions.values())
                .column(ColumnType.TEXT, QuestionWithdrawn::questionId)
                .write(WITHDRAW_QUESTIONS);
    }

    /** The last word about a key counts. */
    private static <T extends CatalogChange> void replace(
            Map<String, T> changes, Map<String, ?> contradicted, String key, T change) {
        contradicted.remove(key);
        changes.put(key, change);
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
                .write(PUBLISH_QUESTIONS);
    }

    /** A slug holds nothing that an array literal would need to quote; unnest would flatten an array of arrays. */
    private static String arrayLiteral(List<String> slugs) {
        return slugs.stream().collect(joining(",", "{", "}"));
    }
}
