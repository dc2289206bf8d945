package dev.weakspot.catalog.question;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the newest versions of questions that are not withdrawn: best match first, without a text by id.
 *
 * <p>A text may fit most of a large bank. Then the first {@value #MOST_RANKED} by id that fit are ranked and counted, which is
 * more than anybody pages through, and the answer says so. Facets of what a topic or a difficulty finds end there, too.
 */
@Singleton
class SearchQuestions {

    static final int MOST_RANKED = 5_000;

    private static final String FIRST = " order by id limit " + MOST_RANKED;
    private static final int MOST_TOPICS = 50;
    private static final double EASIEST = -4;

    private static final String FACETS_OF_HITS = """
            select 'topic' as facet, topic as value, count(*) as questions from (select unnest(topics) as topic from hit) as each group by topic
            union all select 'kind', kind, count(*) from hit group by kind
            union all select 'level', level, count(*) from hit group by level
            union all select 'band', least(width_bucket(difficulty, -4, 4, 8), 8)::text as band, count(*) from hit group by band
            union all select 'all', '', count(*) from hit
            """;

    private static final String FACETS_OF_COUNTS = """
            select 'topic' as facet, topic as value, sum(questions)::bigint as questions from hit where topic <> '' group by topic
            union all select 'kind', kind, sum(questions)::bigint from hit where topic = '' group by kind
            union all select 'level', level, sum(questions)::bigint from hit where topic = '' group by level
            union all select 'band', band::text, sum(questions)::bigint from hit where topic = '' group by band
            """;

    private final JdbcOperations database;
    private final Questions questions;
    private final Spelling spelling;

    SearchQuestions(JdbcOperations database, Questions questions, Spelling spelling) {
        this.database = database;
        this.questions = questions;
        this.spelling = spelling;
    }

    /** All parts of the answer are of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    FoundQuestions<QuestionVersion> find(QuestionSearch asked) {
        List<Correction> corrections = spelling.correct(asked.text());
        QuestionSearch search = asked.withText(Spelling.read(asked.text(), corrections));
        long total = count(search);
        Optional<Facets> facets = search.facets() ? Optional.of(facets(search)) : Optional.empty();
        return new FoundQuestions<>(
                items(search), search.page(), search.size(), total, isExact(search, total), corrections, facets);
    }

    private static boolean isExact(QuestionSearch search, long total) {
        return !search.hasText() || total < MOST_RANKED;
    }

    private List<QuestionVersion> items(QuestionSearch search) {
        String order = search.hasText() ? "rank desc, id" : "id";
        Filter filter = Filter.of(search);
        String hits = search.hasText()
                ? "select id, version, ts_rank(search, websearch_to_tsquery('english', ?)) as rank from listed_question where "
                        + filter.sql() + FIRST
                : "select id, version from listed_question where " + filter.sql();
        String sql = """
                select question_id, question_version.version, content, published_at
                  from (select * from (%s) as hit order by %s limit ? offset ?) as listed
                  join question_version on question_id = id and question_version.version = listed.version
                 order by %s
                """.formatted(hits, order, order);
        return database.prepareStatement(sql, statement -> {
            int next = 1;
            if (search.hasText()) {
                statement.setString(next++, search.text());
            }
            next = filter.bind(statement, next);
            statement.setInt(next++, search.size());
            statement.setLong(next, (long) search.page() * search.size());
            return questions.readAll(statement);
        });
    }

    private long count(QuestionSearch search) {
        Filter filter = Filter.of(search);
        String most = search.hasText() ? " limit " + MOST_RANKED : "";
        String sql = "select count(*) from (select from listed_question where " + filter.sql() + most + ") as hit";
        return database.prepareStatement(sql, statement -> {
            filter.bind(statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private Facets facets(QuestionSearch search) {
        return search.topic().isEmpty() && !search.hasText() && search.isOfAnyDifficulty()
                ? facets(Filter.ofKindAndLevel(search), "select * from listed_count where ", FACETS_OF_COUNTS, "")
                : facets(
                        Filter.of(search),
                        "select topics, kind, level, difficulty from listed_question where ",
                        FACETS_OF_HITS,
                        FIRST);
    }

    private Facets facets(Filter filter, String hits, String facets, String most) {
        String sql = "with hit as (" + hits + filter.sql() + most + ") " + facets;
        return database.prepareStatement(sql, statement -> {
            filter.bind(statement, 1);
            return readFacets(statement);
        });
    }

    private static Facets readFacets(PreparedStatement statement) throws SQLException {
        Map<String, List<Facets.Count>> counts = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.computeIfAbsent(rows.getString("facet"), _ -> new ArrayList<>())
                        .add(new Facets.Count(rows.getString("value"), rows.getLong("questions")));
            }
        }
        counts.values()
                .forEach(each -> each.sort(Comparator.comparingLong(Facets.Count::questions)
                        .reversed()
                        .thenComparing(Facets.Count::value)));
        return new Facets(
                counts.getOrDefault("topic", List.of()).stream()
                        .limit(MOST_TOPICS)
                        .toList(),
                counts.getOrDefault("kind", List.of()),
                counts.getOrDefault("level", List.of()),
                counts.getOrDefault("band", List.of()).stream()
                        .map(SearchQuestions::band)
                        .sorted(Comparator.comparingDouble(Facets.Band::from))
                        .toList(),
                counts.getOrDefault("all", List.of()).stream().allMatch(all -> all.questions() < MOST_RANKED));
    }

    /** The first band is numbered 1. */
    private static Facets.Band band(Facets.Count count) {
        double to = EASIEST + Integer.parseInt(count.value());
        return new Facets.Band(to - 1, to, count.questions());
    }
}
