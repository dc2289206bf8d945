package dev.weakspot.catalog.question;

import dev.weakspot.catalog.RunningCatalog;
import dev.weakspot.catalog.RunningCatalog.World;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long searches take in a bank of 100,000 questions, over HTTP, beside the same words looked for without an index. Not part of
 * the tests: it says how fast this machine is today.
 *
 * <p>Words, topics and difficulties are drawn from our own bank's pages, so common words are as common as in real questions.
 */
class SearchBenchmark {

    private static final int QUESTIONS = 100_000;
    private static final int TOPICS = 70;
    private static final int SEARCHES = 600;
    private static final int CALLERS = 4;

    private final Random random = new Random(7);

    @Test
    void measure() throws Exception {
        try (RunningCatalog catalog = World.create().start()) {
            List<String> vocabulary = vocabulary();
            fill(catalog.world(), vocabulary);
            catalog.awaitCounts(QUESTIONS);

            System.out.printf("%-44s %8s %8s %8s%n", "", "p50", "p95", "p99");
            for (Search kind : Search.values()) {
                List<String> queries = IntStream.range(0, SEARCHES)
                        .mapToObj(_ -> kind.query(this, vocabulary))
                        .toList();
                run(catalog, queries.subList(0, SEARCHES / 4), CALLERS);
                print(kind + ", 1 caller", run(catalog, queries, 1));
                print(kind + ", " + CALLERS + " callers", run(catalog, queries, CALLERS));
            }
            print("a word without an index (baseline), 1 caller", baseline(catalog.world(), vocabulary));
        }
    }

    private enum Search {
        BROWSE,
        BROWSE_WITH_FILTERS,
        ONE_WORD,
        TWO_WORDS_WITH_FILTERS,
        MISTYPED_WORD;

        String query(SearchBenchmark benchmark, List<String> words) {
            String filters = "&topic=topic-%d&level=mid".formatted(benchmark.topic());
            return "/api/v1/questions?facets=true"
                    + switch (this) {
                        case BROWSE -> "&page=" + benchmark.random.nextInt(50);
                        case BROWSE_WITH_FILTERS -> filters + "&min_difficulty=-0.5";
                        case ONE_WORD -> text(benchmark.word(words));
                        case TWO_WORDS_WITH_FILTERS ->
                            text(benchmark.word(words) + " or " + benchmark.word(words)) + filters;
                        case MISTYPED_WORD -> text(benchmark.mistyped(words));
                    };
        }

        private static String text(String words) {
            return "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Words as often as they are written; those that nobody would look for are among them. */
    private static List<String> vocabulary() throws IOException {
        Path bank = Path.of("src", "main", "resources", "question-bank");
        List<String> words = new ArrayList<>();
        try (Stream<Path> files = Files.list(bank)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                words.addAll(Arrays.asList(
                        Files.readString(file).toLowerCase(Locale.ROOT).split("[^a-z]+")));
            }
        }
        return words.stream().filter(word -> word.length() > 2).toList();
    }

    private String word(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String mistyped(List<String> words) {
        String word = word(words);
        while (word.length() < 6) {
            word = word(words);
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + word.substring(at + 1);
    }

    /** Some topics are asked about far more than others. */
    private int topic() {
        return (int) (TOPICS * random.nextDouble() * random.nextDouble());
    }

    private void fill(World world, List<String> words) throws SQLException {
        try (Connection connection = world.database().connect();
                Statement plain = connection.createStatement();
                PreparedStatement question =
                        connection.prepareStatement("insert into question (id, current_version) values (?, 1)");
                PreparedStatement version = connection.prepareStatement(
                        "insert into question_version (question_id, version, content, published_at) values (?, 1, ?::jsonb, now())")) {
            connection.setAutoCommit(false);
            for (int number = 0; number < QUESTIONS; number++) {
                question.setString(1, "question-" + number);
                question.addBatch();
                version.setString(1, "question-" + number);
                version.setString(2, body(words));
                version.addBatch();
                if (number % 1000 == 999) {
                    question.executeBatch();
                    version.executeBatch();
                }
            }
            plain.execute("insert into listed_question select * from question_to_list");
            connection.commit();
            connection.setAutoCommit(true);
            plain.execute("vacuum analyze");
            plain.execute("refresh materialized view listed_count");
            plain.execute("refresh materialized view listed_word");
        }
    }

    private String body(List<String> words) {
        List<String> topics = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> "\"topic-" + topic() + "\"")
                .distinct()
                .toList();
        Kind[] kinds = Kind.values();
        Level[] levels = Level.values();
        return Bodies.LAZY
                .replace("[\"orm\"],", "[" + String.join(",", topics) + "],")
                .replace("\"definition\"", '"' + kinds[random.nextInt(kinds.length)].word() + '"')
                .replace("\"junior\"", '"' + levels[random.nextInt(levels.length)].word() + '"')
                .replace("-0.5", Double.toString(Math.clamp(random.nextGaussian(), -4, 4)))
                .replace("When does a queryset reach the database?", text(words, 45))
                .replace("What does the call return?", text(words, 15))
                .replace("At once", text(words, 12))
                .replace("When it is iterated", text(words, 12));
    }

    private String text(List<String> words, int length) {
        return String.join(
                " ", IntStream.range(0, length).mapToObj(_ -> word(words)).toList());
    }

    /** Milliseconds of each, sorted. */
    private static double[] run(RunningCatalog catalog, List<String> queries, int callers) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Callable<Double>> calls = queries.stream()
                    .map(query -> (Callable<Double>) () -> milliseconds(() -> catalog.get(query, "learner")))
                    .toList();
            List<Double> took = new ArrayList<>();
            for (Future<Double> each : threads.invokeAll(calls)) {
                took.add(each.get());
            }
            return took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
    }

    private double[] baseline(World world, List<String> words) throws Exception {
        List<Double> took = new ArrayList<>();
        try (Connection connection = world.database().connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select question_id, content from question_version
                         where content ->> 'stem' ilike ? or content ->> 'hints' ilike ? order by question_id limit 20
                        """)) {
            for (int search = 0; search < 40; search++) {
                String pattern = "%" + mistyped(words) + "%";
                statement.setString(1, pattern);
                statement.setString(2, pattern);
                took.add(milliseconds(statement::executeQuery));
            }
        }
        return took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double milliseconds(Callable<?> call) throws Exception {
        long began = System.nanoTime();
        call.call();
        return (System.nanoTime() - began) / 1e6;
    }

    private static void print(String what, double[] sorted) {
        System.out.printf(
                Locale.ROOT,
                "%-44s %5.1f ms %5.1f ms %5.1f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length * 99 / 100]);
    }
}
