package dev.weakspot.catalog.question;

import dev.weakspot.catalog.Page;
import dev.weakspot.catalog.topic.TopicSlug;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
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
import java.util.function.Function;

/** The questions of the catalog, each with its published versions. */
@Singleton
public class Questions {

    private final JdbcOperations database;
    private final JsonMapper json;

    Questions(JdbcOperations database, JsonMapper json) {
        this.database = database;
        this.json = json;
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

    /** The number of the newest version, of a withdrawn question too. */
    @Connectable
    public Optional<Integer> findNewestNumber(QuestionId id) {
        return database.prepareStatement("select current_version from question where id = ?", statement -> {
            statement.setString(1, id.value());
            return readNumber(statement);
        });
    }

    /** The newest versions that fit, of questions that are not withdrawn: best match first, else by id. */
    @Connectable
    public Page<QuestionVersion> list(QuestionSearch search) {
        return new Page<>(newest(search), search.page(), search.size(), count(search));
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

    private List<QuestionVersion> newest(QuestionSearch search) {
        String order = search.text().isBlank()
                ? " order by id"
                : " order by ts_rank(search, websearch_to_tsquery('english', ?)) desc, id";
        String sql =
                "select question_id, version, content, published_at" + fitting(search) + order + " limit ? offset ?";
        return database.prepareStatement(sql, statement -> {
            int next = bind(statement, search);
            if (!search.text().isBlank()) {
                statement.setString(next++, search.text());
            }
            statement.setInt(next++, search.size());
            statement.setLong(next, (long) search.page() * search.size());
            return readAll(statement);
        });
    }

    private long count(QuestionSearch search) {
        return database.prepareStatement("select count(*)" + fitting(search), statement -> {
            bind(statement, search);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** Only the parts that are asked for, so that the planner can choose an index for them. */
    private static String fitting(QuestionSearch search) {
        var sql = new StringBuilder("""
                 from question join question_version on question_id = id and version = current_version
                where withdrawn_at is null
                  and difficulty between ? and ?
                """);
        if (!search.topic().isEmpty()) {
            // The driver reads ?? as the operator ?, not as a parameter: any of the texts is in the array.
            sql.append(" and topics ??| ?");
        }
        if (!search.kind().isEmpty()) {
            sql.append(" and kind = any (?)");
        }
        if (!search.level().isEmpty()) {
            sql.append(" and level = any (?)");
        }
        if (!search.text().isBlank()) {
            sql.append(" and search @@ websearch_to_tsquery('english', ?)");
        }
        return sql.toString();
    }

    /** Returns the position of the next parameter. */
    private static int bind(PreparedStatement statement, QuestionSearch search) throws SQLException {
        int next = 1;
        statement.setDouble(next++, search.minDifficulty());
        statement.setDouble(next++, search.maxDifficulty());
        if (!search.topic().isEmpty()) {
            setTexts(statement, next++, search.topic(), TopicSlug::value);
        }
        if (!search.kind().isEmpty()) {
            setTexts(statement, next++, search.kind(), Kind::word);
        }
        if (!search.level().isEmpty()) {
            setTexts(statement, next++, search.level(), Level::word);
        }
        if (!search.text().isBlank()) {
            statement.setString(next++, search.text());
        }
        return next;
    }

    private static <T> void setTexts(
            PreparedStatement statement, int position, List<T> values, Function<T, String> text) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                position,
                connection.createArrayOf("text", values.stream().map(text).toArray()));
    }

    private static Optional<Integer> readNumber(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
        }
    }

    private List<QuestionVersion> readAll(PreparedStatement statement) throws SQLException {
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
