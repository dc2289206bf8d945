package dev.weakspot.catalog.question;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one statement says of all hits of a search, in rows of what they tell about, one of its values and a number. */
final class Tally {

    /** How many hits there are. */
    static final String NUMBER_OF_HITS = "select 'all' as what, '' as value, count(*) as number from hit";

    /** How rows of {@code listed_question} are spread, and how many they are. */
    static final String OF_HITS = NUMBER_OF_HITS + """

            union all select 'topic', topic, count(*) from (select unnest(topics) as topic from hit) as each group by topic
            union all select 'kind', kind, count(*) from hit group by kind
            union all select 'level', level, count(*) from hit group by level
            union all select 'band', least(width_bucket(difficulty, -4, 4, 8), 8)::text as band, count(*) from hit group by band
            """;

    /** How the questions are spread that rows of {@code listed_count} have counted. */
    static final String OF_COUNTS = """
            select 'topic' as what, topic as value, sum(questions)::bigint as number from hit where topic <> '' group by topic
            union all select 'kind', kind, sum(questions)::bigint from hit where topic = '' group by kind
            union all select 'level', level, sum(questions)::bigint from hit where topic = '' group by level
            union all select 'band', band::text, sum(questions)::bigint from hit where topic = '' group by band
            """;

    private static final int MOST_TOPICS = 50;
    private static final double EASIEST = -4;

    private final Map<String, List<Facets.Count>> counts = new HashMap<>();

    private Tally() {}

    static Tally read(PreparedStatement statement) throws SQLException {
        var tally = new Tally();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tally.counts
                        .computeIfAbsent(rows.getString("what"), _ -> new ArrayList<>())
                        .add(new Facets.Count(rows.getString("value"), rows.getLong("number")));
            }
        }
        return tally;
    }

    /** How many hits there are; the statement must tell. */
    long hits() {
        return of("all").findFirst().orElseThrow().questions();
    }

    /** Whether there may be more hits than the statement has looked at. */
    boolean isCutOff() {
        return of("all").anyMatch(all -> all.questions() >= SearchQuestions.MOST_RANKED);
    }

    /** How many hits there are, when the statement has seen them all. */
    Optional<Long> total() {
        return isCutOff()
                ? Optional.empty()
                : of("all").map(Facets.Count::questions).findFirst();
    }

    /** The ids on the page that was asked for, the best first. */
    List<String> best() {
        return of("best")
                .sorted(Comparator.comparingLong(Facets.Count::questions))
                .map(Facets.Count::value)
                .toList();
    }

    Facets facets() {
        return new Facets(
                mostFirst("topic").limit(MOST_TOPICS).toList(),
                mostFirst("kind").toList(),
                mostFirst("level").toList(),
                of("band")
                        .map(Tally::band)
                        .sorted(Comparator.comparingDouble(Facets.Band::from))
                        .toList(),
                !isCutOff());
    }

    private Stream<Facets.Count> of(String what) {
        return counts.getOrDefault(what, List.of()).stream();
    }

    private Stream<Facets.Count> mostFirst(String what) {
        return of(what).sorted(Comparator.comparingLong(Facets.Count::questions)
                .reversed()
                .thenComparing(Facets.Count::value));
    }

    /** The first band is numbered 1. */
    private static Facets.Band band(Facets.Count count) {
        double to = EASIEST + Integer.parseInt(count.value());
        return new Facets.Band(to - 1, to, count.questions());
    }
}
