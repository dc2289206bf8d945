package dev.weakspot.cli.dataset;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.weakspot.cli.CommandFailure;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A data set of learner responses: CSV in UTF-8 with the columns {@code learner}, {@code question}, {@code skills}
 * (separated by {@code ~}), {@code correct} (0 or 1) and {@code order_or_timestamp}, in the order of answering; {@code split} may
 * be there, and more columns are ignored. A name that ends in {@code .gz} is unpacked on the way.
 *
 * <p>Time columns hold either an order or the time since 1970 in seconds or milliseconds. Numbers below
 * {@link #FIRST_CLOCK_SECOND} are an order, those above {@link #LAST_CLOCK_SECOND} milliseconds.
 */
public final class ResponseFile {

    private static final List<String> COLUMNS =
            List.of("learner", "question", "skills", "correct", "order_or_timestamp");

    /** 1990: no data set of clicks is older, and none has as many rows. */
    private static final long FIRST_CLOCK_SECOND = 631_152_000;

    /** The year 5138, or 1973 in milliseconds. */
    private static final long LAST_CLOCK_SECOND = 100_000_000_000L;

    private static final Pattern SKILL_SEPARATOR = Pattern.compile("~");
    /** Spreadsheets begin a UTF-8 file with it, and it is no part of the first column's name. */
    private static final Pattern BYTE_ORDER_MARK = Pattern.compile("^\uFEFF");

    private final Path path;
    private final Clock clock;

    public ResponseFile(Path path) {
        this(path, Clock.systemUTC());
    }

    ResponseFile(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
    }

    /** Reads the first rows, at most {@code limit}; refuses a file with any row that is no response, by line. */
    public List<Response> read(long limit) throws IOException {
        List<Response> responses = new ArrayList<>();
        forEach(limit, responses::add);
        return responses;
    }

    /** As {@link #read}, without keeping all rows in memory. */
    public void forEach(long limit, Consumer<Response> consumer) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure("There is no file " + path + ".");
        }
        try {
            parse(limit, consumer);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(path + ":" + firstLineThatIsNotUtf8() + " is not UTF-8.", e);
        } catch (JsonParseException e) {
            throw new CommandFailure(
                    "%s:%d: this is not CSV: %s."
                            .formatted(path, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new CommandFailure(path + " cannot be read to its end: " + e.getMessage() + ".", e);
        }
    }

    private void parse(long limit, Consumer<Response> consumer) throws IOException {
        // Strict: a reader that is given only a character set puts question marks where the bytes are none.
        var utf8 = StandardCharsets.UTF_8.newDecoder();
        try (InputStream in = open();
                CsvParser parser = new CsvFactory()
                        .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                        .enable(CsvParser.Feature.TRIM_SPACES)
                        .createParser(new InputStreamReader(in, utf8))) {
            List<String> header = header(parser);
            long count = 0;
            while (count < limit && parser.nextToken() == JsonToken.START_ARRAY) {
                // At the beginning of a row the parser still stands at the end of the one before.
                JsonToken first = parser.nextToken();
                long line = parser.currentTokenLocation().getLineNr();
                consumer.accept(response(row(header, cells(parser, first), line), line));
                count++;
            }
            if (count == 0) {
                throw new CommandFailure(path + " holds no responses.");
            }
        }
    }

    private List<String> header(CsvParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new CommandFailure(path + " is empty.");
        }
        List<String> header = cells(parser, parser.nextToken());
        header.replaceAll(name -> BYTE_ORDER_MARK.matcher(name).replaceFirst(""));
        if (!header.containsAll(COLUMNS)) {
            String found = String.join(",", header);
            throw refusal(
                    1,
                    "the header must name the columns %s, and it is \"%.100s\""
                            .formatted(String.join(",", COLUMNS), found));
        }
        return header;
    }

    /** The row whose first token the parser has just met. */
    private static List<String> cells(CsvParser parser, JsonToken first) throws IOException {
        List<String> cells = new ArrayList<>();
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            cells.add(parser.getText());
        }
        return cells;
    }

    private Map<String, String> row(List<String> header, List<String> cells, long line) {
        if (cells.size() != header.size()) {
            throw refusal(
                    line,
                    "the row has %d of %d columns (%s)"
                            .formatted(cells.size(), header.size(), String.join(",", header)));
        }
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            row.put(header.get(column), cells.get(column));
        }
        return row;
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

    /** The decoder says only that there is one: it is ahead of the parser by a buffer. */
    private long firstLineThatIsNotUtf8() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.ISO_8859_1))) {
            long line = 1;
            for (String bytes = lines.readLine(); bytes != null && isUtf8(bytes); bytes = lines.readLine()) {
                line++;
            }
            return line;
        }
    }

    private static boolean isUtf8(String bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private Response response(Map<String, String> row, long line) {
        String correct = column(row, "correct");
        if (!correct.equals("0") && !correct.equals("1")) {
            throw refusal(line, "correct must be 0 or 1, not \"%s\"".formatted(correct));
        }
        List<String> skills = SKILL_SEPARATOR
                .splitAsStream(column(row, "skills"))
                .map(String::strip)
                .filter(skill -> !skill.isEmpty())
                .distinct()
                .toList();
        return new Response(
                line,
                named(row, "learner", line),
                named(row, "question", line),
                skills,
                correct.equals("1"),
                time(column(row, "order_or_timestamp"), line),
                row.getOrDefault("split", ""));
    }

    private Optional<Instant> time(String text, long line) {
        double time = number(text)
                .orElseThrow(() -> refusal(line, "order_or_timestamp must be a number, not \"%s\"".formatted(text)));
        double seconds = time > LAST_CLOCK_SECOND ? time / 1000 : time;
        if (seconds < FIRST_CLOCK_SECOND) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(Math.round(seconds * 1000));
        if (at.isAfter(clock.instant())) {
            throw refusal(line, "order_or_timestamp %s means %s, which is yet to come".formatted(text, at));
        }
        return Optional.of(at);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private String named(Map<String, String> row, String column, long line) {
        String name = column(row, column);
        if (name.isEmpty()) {
            throw refusal(line, "the %s is missing".formatted(column));
        }
        return name;
    }

    private static String column(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private CommandFailure refusal(long line, String reason) {
        return new CommandFailure("%s:%d: %s.".formatted(path, line, reason));
    }
}
