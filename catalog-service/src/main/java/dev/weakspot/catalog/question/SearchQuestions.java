package dev.weakspot.catalog.question;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
        return search.hasText() ? findBest(search, corrections) : findById(search);
    }

    // Reading what fits takes most of the time. So it is read once, then ranked and counted.
    private FoundQuestions<QuestionVersion> findBest(QuestionSearch search, List<Correction> corrections) {
        Filter filter = Filter.of(search);
        String tallied = search.facets() ? Tally.OF_HITS : Tally.NUMBER_OF_HITS;
        String sql = """
                with hit as materialized (
                    select id, topics, kind, level, difficulty, ts_rank(search, websearch_to_tsquery('english', ?)) as rank
                      from listed_question where %s order by id limit %d)
                (select 'best' as what, id as value, row_number() over (order by rank desc, id) as number
                   from hit order by number limit ? offset ?)
                union all %s
                """.formatted(filter.sql(), MOST_RANKED, tallied);
        Tally tally = database.prepareStatement(sql, statement -> {
            statement.setString(1, search.text());
            bindPage(statement, filter.bind(statement, 2), search);
            return Tally.read(statement);
        });
        return new FoundQuestions<>(
                questions.listNewest(tally.best()),
                search.page(),
                search.size(),
                tally.hits(),
                !tally.isCutOff(),
                corrections,
                search.facets() ? Optional.of(tally.facets()) : Optional.empty());
    }

    private FoundQuestions<QuestionVersion> findById(QuestionSearch search) {
        Optional<Tally> tally = search.facets() ? Optional.of(tally(search)) : Optional.empty();
        long total = tally.flatMap(Tally::total).orElseGet(() -> count(search));
        return new FoundQuestions<>(
                page(search), search.page(), search.size(), total, true, List.of(), tally.map(Tally::facets));
    }

    private List<QuestionVersion> page(QuestionSearch search) {
        Filter filter = Filter.of(search);
        String sql = """
                select question_id, question_version.version, content, published_at
                  from (select id, version from listed_question where %s order by id limit ? offset ?) as listed
                  join question_version on question_id = id and question_version.version = listed.version
                 order by id
                """.formatted(filter.sql());
        return database.prepareStatement(sql, statement -> {
            bindPage(statement, filter.bind(statement, 1), search);
            return questions.readAll(statement);
        });
    }

    private static void bindPage(PreparedStatement statement, int first, QuestionSearch search) throws SQLException {
        statement.setInt(first, search.size());
        statement.setLong(first + 1, (long) search.page() * search.size());
    }

    private long count(QuestionSearch search) {
        Filter filter = Filter.of(search);
        String sql = "select count(*) from listed_question where " + filter.sql();
        return database.prepareStatement(sql, statement -> {
            filter.bind(statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private Tally tally(QuestionSearch search) {
        return search.topic().isEmpty() && search.isOfAnyDifficulty()
                ? tally("select * from listed_count where %s", Filter.ofKindAndLevel(search), Tally.OF_COUNTS)
                : tally(
                        "select topics, kind, level, difficulty from listed_question where %s order by id limit "
                                + MOST_RANKED,
                        Filter.of(search),
                        Tally.OF_HITS);
    }

    private Tally tally(String hits, Filter filter, String tally) {
        String sql = "with hit as materialized (" + hits.formatted(filter.sql()) + ") " + tally;
        return database.prepareStatement(sql, statement -> {
            filter.bind(statement, 1);
            return Tally.read(statement);
        });
    }
}
