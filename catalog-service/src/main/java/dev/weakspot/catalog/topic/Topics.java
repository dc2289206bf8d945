package dev.weakspot.catalog.topic;

import dev.weakspot.catalog.Page;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The topics of the catalog. */
@Singleton
public class Topics {

    private final JdbcOperations database;

    Topics(JdbcOperations database) {
        this.database = database;
    }

    @Connectable
    public Optional<Topic> find(TopicSlug slug) {
        return database.prepareStatement(
                "select slug, title, heading, prerequisites from topic where slug = ?", statement -> {
                    statement.setString(1, slug.value());
                    return readAll(statement).stream().findFirst();
                });
    }

    @Connectable
    public List<Topic> listAll() {
        return database.prepareStatement("select slug, title, heading, prerequisites from topic", Topics::readAll);
    }

    /** One page, ordered by heading and title. */
    @Connectable
    public Page<Topic> list(int page, int size) {
        List<Topic> items = database.prepareStatement("""
                select slug, title, heading, prerequisites
                  from topic
                 order by heading, title, slug
                 limit ? offset ?
                """, statement -> {
            statement.setInt(1, size);
            statement.setLong(2, (long) page * size);
            return readAll(statement);
        });
        return new Page<>(items, page, size, count());
    }

    /** Those of the slugs that no topic has, in their order. */
    @Connectable
    public List<TopicSlug> listUnknown(Collection<TopicSlug> slugs) {
        return database.prepareStatement("""
                select wanted.slug
                  from unnest(?::text[]) with ordinality as wanted (slug, position)
                 where not exists (select from topic where topic.slug = wanted.slug)
                 order by wanted.position
                """, statement -> {
            statement.setArray(1, toArray(statement, slugs));
            List<TopicSlug> unknown = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    unknown.add(TopicSlug.of(rows.getString("slug")));
                }
            }
            return unknown;
        });
    }

    /** Makes every other writer of topics wait until the running transaction ends. Readers go on. */
    @Transactional(TxType.MANDATORY)
    void lock() {
        database.prepareStatement("lock table topic in share row exclusive mode", PreparedStatement::execute);
    }

    /** Inserts or replaces a topic and returns its new revision. The table must be locked. */
    @Transactional(TxType.MANDATORY)
    int save(Topic topic) {
        return database.prepareStatement("""
                insert into topic (slug, title, heading, prerequisites, revision)
                values (?, ?, ?, ?, 1)
                    on conflict (slug) do update
                   set title = excluded.title,
                       heading = excluded.heading,
                       prerequisites = excluded.prerequisites,
                       revision = topic.revision + 1
                returning revision
                """, statement -> {
            statement.setString(1, topic.slug().value());
            statement.setString(2, topic.title());
            statement.setString(3, topic.group());
            statement.setArray(4, toArray(statement, topic.prerequisites()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt("revision");
            }
        });
    }

    private long count() {
        return database.prepareStatement("select count(*) from topic", statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private static List<Topic> readAll(PreparedStatement statement) throws SQLException {
        List<Topic> topics = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                topics.add(new Topic(
                        TopicSlug.of(rows.getString("slug")),
                        rows.getString("title"),
                        rows.getString("heading"),
                        toSlugs(rows.getArray("prerequisites"))));
            }
        }
        return topics;
    }

    private static Array toArray(PreparedStatement statement, Collection<TopicSlug> slugs) throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("text", slugs.stream().map(TopicSlug::value).toArray());
    }

    private static List<TopicSlug> toSlugs(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(slug -> TopicSlug.of((String) slug))
                .toList();
    }
}
