package dev.weakspot.practice.question;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The tables behind {@link Questions}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuestionRows extends GenericRepository<QuestionRows.QuestionRow, String> {

    /** Makes a question known, without a word on whether it is withdrawn when it was known before. */
    @Query("insert into question (id, withdrawn) values (:question, false) on conflict (id) do nothing")
    void know(String question);

    /** Returns 0 when the version was known, 1 when it is new. */
    @Query("insert into question_version (question_id, version, content) values (:question, :version, :content) "
            + "on conflict do nothing")
    int addVersion(String question, int version, String content);

    /**
     * Says what is asked by a version, unless a newer one has said so.
     *
     * @param topics an array literal: slugs need no quotes
     */
    @Query("update question set newest = :version, level = :level, kind = :kind, topics = cast(:topics as text[])"
            + " where id = :question and coalesce(newest, 0) <= :version")
    void describe(String question, int version, String level, String kind, String topics);

    @Query("update question set withdrawn = :withdrawn where id = :question")
    void setWithdrawn(String question, boolean withdrawn);

    @Query("select v.content, q.withdrawn from question_version v join question q on q.id = v.question_id "
            + "where v.question_id = :question and v.version = :version")
    Optional<VersionRow> findVersion(String question, int version);

    /**
     * Grows with each change of the catalog that any instance has applied, and commits with it: the sum of the topic's offsets. Begins again where
     * they do.
     */
    @Query("select cast(coalesce(sum(next_offset), 0) as bigint) from inbox_offset where topic = :topic")
    long heard(String topic);

    /** A row of {@code question}. */
    @io.micronaut.data.annotation.MappedEntity("question")
    record QuestionRow(@io.micronaut.data.annotation.Id String id, boolean withdrawn) {}

    /** A version's content with its question's state. */
    @Introspected
    record VersionRow(String content, boolean withdrawn) {}
}
