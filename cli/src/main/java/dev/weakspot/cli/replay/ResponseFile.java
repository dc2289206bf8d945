package dev.weakspot.cli.replay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.weakspot.cli.CommandFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A data set of learner responses: CSV with the columns {@code learner}, {@code question}, {@code skills} (separated by
 * {@code ~}), {@code correct} (0 or 1) and {@code order_or_timestamp}, in the order of answering; more columns are
 * ignored. A name that ends in {@code .gz} is unpacked on the way.
 *
 * <p>Time columns hold either an order or seconds since 1970. Numbers below {@link #FIRST_CLOCK_SECOND} are an order.
 */
final class ResponseFile {

    /** 1990: no data set of clicks is older, and none has as many rows. */
    private static final long FIRST_CLOCK_SECOND = 631_152_000;

    private static final int TOPICS_PER_QUESTION = 10;
    private static final Pattern SKILL_SEPARATOR = Pattern.compile("~");

    private final Path path;

    ResponseFile(Path path) {
        this.path = path;
    }

    /** Reads the first rows, at most {@code limit}; refuses a file with any row that is no response, by line. */
    List<Response> read(long limit) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure("There is no file " + path + ".");
        }
        try (InputStream in = open();
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                        .enable(CsvParser.Feature.TRIM_SPACES)
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            List<Response> responses = new ArrayList<>();
            while (responses.size() < limit && rows.hasNextValue()) {
                Map<String, String> row = rows.nextValue();
                responses.add(response(row, responses.size() + 2L));
            }
            if (responses.isEmpty()) {
                throw new CommandFailure(path + " holds no responses.");
            }
            return responses;
        } catch (JacksonException e) {
            throw new CommandFailure(path + " is not the CSV it should be: " + e.getOriginalMessage() + ".", e);
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        try {
            return path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        } catch (IOException e) {
            in.close();
            throw new CommandFailure(path + " ends in .gz, but is not a gzip file.", e);
        }
    }

    private Response response(Map<String, String> row, long line) {
        String correct = column(row, "correct", line);
        if (!correct.equals("0") && !correct.equals("1")) {
            throw new CommandFailure("%s:%d: correct must be 0 or 1, not \"%s\".".formatted(path, line, correct));
        }
        List<String> skills = SKILL_SEPARATOR
                .splitAsStream(column(row, "skills", line))
                .map(String::strip)
                .filter(skill -> !skill.isEmpty())
                .distinct()
                .toList();
        if (skills.size() > TOPICS_PER_QUESTION) {
            throw new CommandFailure("%s:%d: a question has at most %d skills, not %d."
                    .formatted(path, line, TOPICS_PER_QUESTION, skills.size()));
        }
        return new Response(
                line,
                named(row, "learner", line),
                named(row, "question", line),
                skills,
                correct.equals("1"),
                time(column(row, "order_or_timestamp", line), line));
    }

    private Optional<Instant> time(String text, long line) {
        try {
            double seconds = Double.parseDouble(text);
            return seconds < FIRST_CLOCK_SECOND
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000)));
        } catch (NumberFormatException e) {
            throw new CommandFailure(
                    "%s:%d: order_or_timestamp must be a number, not \"%s\".".formatted(path, line, text), e);
        }
    }

    private String named(Map<String, String> row, String column, long line) {
        String name = column(row, column, line);
        if (name.isEmpty()) {
            throw new CommandFailure("%s:%d: the %s is missing.".formatted(path, line, column));
        }
        return name;
    }

    private String column(Map<String, String> row, String column, long line) {
        @Nullable String value = row.get(column);
        if (value == null) {
            throw new CommandFailure(
                    "%s:%d: there is no column %s; the header must be learner,question,skills,correct,order_or_timestamp."
                            .formatted(path, line, column));
        }
        return value;
    }
}
