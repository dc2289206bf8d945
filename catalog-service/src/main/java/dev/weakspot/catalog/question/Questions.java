package dev.weakspot.catalog.question;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The questions of the catalog, each with its published versions. */
@Singleton
public class Questions {

    private final JdbcOperations database;
    private final JsonMapper json;
    private final ListingSummaries summaries;

    Questions(JdbcOperations database, JsonMapper json, ListingSummaries summaries) {
        this.database = database;
        this.json = json;
        this.summaries = summaries;
    }

    /** A published version, of a withdrawn question too. */
    @Connectable
    public Optional<QuestionVersion> findVersion(QuestionId id, int version) {
        return database.prepareStatement("""
                select question_id, version, content, published_at
                  from question_version
                 where question_id = ? and version = ?
                """, statement -> {
            statement.setString(1, id.value());
            statement.setInt(2, version);
            return readAll(statement).stream().findFirst();
        });
    }

    /** The newest version, unless the question is withdrawn. */
    @Connectable
    public Optional<QuestionVersion> findNewest(QuestionId id) {
        return database.prepareStatement("""
                select question_id, version, content, published_at
                  from question join question_version on question_id = id and version = current_version
                 where id = ? and withdrawn_at is null
                """, statement -> {
            statement.setString(1, id.value());
            return readAll(statement).stream().findFirst();
        });
    }

    /** The newest versions of listed questions, in the order of their ids here. */
    @Connectable
    List<QuestionVersion> listNewest(List<String> ids) {
        return database.prepareStatement("""
                select question_id, question_version.version, content, published_at
                  from unnest(?::text[]) with ordinality as wanted (id, place)
                  join listed_question using (id)
                  join question_version on question_id = id and question_version.version = listed_question.version
                 order by place
                """, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", ids.toArray()));
            return readAll(statement);
        });
    }

    /** The number of the newest version, of a withdrawn question too. */
    @Connectable
    public Optional<Integer> findNewestNumber(QuestionId id) {
        return database.prepareStatement("select current_version from question where id = ?", statement -> {
            statement.setString(1, id.value());
            return readNumber(statement);
        });
    }

    /** Makes room for a question with its first version. False when the question is there already. */
    @Transactional(TxType.MANDATORY)
    boolean open(QuestionId id, int version) {
        return database.prepareStatement(
                "insert into question (id, current_version) values (?, ?) on conflict do nothing", statement -> {
                    statement.setString(1, id.value());
                    statement.setInt(2, version);
                    return statement.executeUpdate() == 1;
                });
    }

    /** Makes other writers of a question wait until the running transaction ends; returns its newest version's number. */
    @Transactional(TxType.MANDATORY)
    Optional<Integer> lock(QuestionId id) {
        return database.prepareStatement("select current_version from question where id = ? for update", statement -> {
            statement.setString(1, id.value());
            return readNumber(statement);
        });
    }

    /** Names the next version of a locked question, which is withdrawn no longer. */
    @Transactional(TxType.MANDATORY)
    void advance(QuestionId id, int version) {
        database.prepareStatement(
                "update question set current_version = ?, withdrawn_at = null where id = ?", statement -> {
                    statement.setInt(1, version);
                    statement.setString(2, id.value());
                    return statement.executeUpdate();
                });
    }

    @Transactional(TxType.MANDATORY)
    void insert(QuestionVersion published) {
        database.prepareStatement("""
                insert into question_version (question_id, version, content, published_at)
                values (?, ?, ?, ?)
                """, statement -> {
            statement.setString(1, published.questionId().value());
            statement.setInt(2, published.version());
            statement.setObject(3, write(published.question()), Types.OTHER);
            statement.setObject(4, published.publishedAt().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    /** Shows in searches what is published now. */
    @Transactional(TxType.MANDATORY)
    void list(QuestionId id) {
        database.prepareStatement("""
                insert into listed_question select * from question_to_list where id = ?
                    on conflict (id) do update
                   set version = excluded.version, kind = excluded.kind, level = excluded.level,
                       difficulty = excluded.difficulty, topics = excluded.topics, search = excluded.search
                """, statement -> {
            statement.setString(1, id.value());
            return statement.executeUpdate();
        });
        summaries.outdate();
    }

    /** Shows a question in searches no longer. */
    @Transactional(TxType.MANDATORY)
    void unlist(QuestionId id) {
        database.prepareStatement("delete from listed_question where id = ?", statement -> {
            statement.setString(1, id.value());
            return statement.executeUpdate();
        });
        summaries.outdate();
    }

    /** False when the question was withdrawn before. */
    @Transactional(TxType.MANDATORY)
    boolean withdraw(QuestionId id, Instant time) {
        return database.prepareStatement(
                "update question set withdrawn_at = ? where id = ? and withdrawn_at is null", statement -> {
                    statement.setObject(1, time.atOffset(ZoneOffset.UTC));
                    statement.setString(2, id.value());
                    return statement.executeUpdate() == 1;
                });
    }

    private static Optional<Integer> readNumber(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
        }
    }

    List<QuestionVersion> readAll(PreparedStatement statement) throws SQLException {
        List<QuestionVersion> versions = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                versions.add(new QuestionVersion(
                        QuestionId.of(rows.getString("question_id")),
                        rows.getInt("version"),
                        read(rows.getString("content")),
                        rows.getObject("published_at", OffsetDateTime.class).toInstant()));
            }
        }
        return versions;
    }

    private Question read(String content) {
        try {
            return Objects.requireNonNull(json.readValue(content, Question.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Question question) {
        try {
            return json.writeValueAsString(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
