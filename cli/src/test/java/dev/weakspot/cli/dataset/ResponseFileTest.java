package dev.weakspot.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weakspot.cli.CommandFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseFileTest {

    private static final String HEADER = "learner,question,skills,correct,order_or_timestamp,split\n";
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void rowsAreReadInOrderWithTheirSkills() throws IOException {
        Path file = file(HEADER + "7,q1,joins~keys,1,0,train\n8,\"q,2\",,0,1,train\n");

        assertThat(new ResponseFile(file).read(10))
                .containsExactly(
                        new Response(2, "7", "q1", List.of("joins", "keys"), true, Optional.empty(), "train"),
                        new Response(3, "8", "q,2", List.of(), false, Optional.empty(), "train"));
    }

    @Test
    void columnsMayStandInAnyOrder() throws IOException {
        Path file = file("correct,skills,order_or_timestamp,question,learner\n1,s,0,q,l\n");

        assertThat(new ResponseFile(file).read(10))
                .containsExactly(new Response(2, "l", "q", List.of("s"), true, Optional.empty(), ""));
    }

    @Test
    void theTimeSince1970IsAClockAndSmallNumbersAnOrder() throws IOException {
        Path file = file(HEADER + "l,q,s,1,1700000000.5,x\nl,q,s,1,1700000000500,x\nl,q,s,1,99999,x\n");

        assertThat(new ResponseFile(file).read(10))
                .extracting(Response::answeredAt)
                .containsExactly(
                        Optional.of(Instant.parse("2023-11-14T22:13:20.500Z")),
                        Optional.of(Instant.parse("2023-11-14T22:13:20.500Z")),
                        Optional.empty());
    }

    @Test
    void aGzippedFileIsUnpackedAndTheLimitHolds() throws IOException {
        Path file = folder.resolve("data.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + "l,q,s,1,0,x\n".repeat(5)).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new ResponseFile(file).read(3)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            l,q,s,2,0,x        | data.csv:3: correct must be 0 or 1, not "2".
            l,q,s,yes,0,x      | data.csv:3: correct must be 0 or 1, not "yes".
            ,q,s,1,0,x         | data.csv:3: the learner is missing.
            l,,s,1,0,x         | data.csv:3: the question is missing.
            l,q,s,1,noon,x     | data.csv:3: order_or_timestamp must be a number, not "noon".
            l,q,s,1,0          | data.csv:3: the row has 5 of 6 columns (learner,question,
            l,q,s,1,0,x,y      | data.csv:3: the row has 7 of 6 columns (learner,question,
            l,q,s,1,NaN,x      | data.csv:3: order_or_timestamp must be a number, not "NaN".
            l,q,s,1,1900000000,x | data.csv:3: order_or_timestamp 1900000000 means 2030-03-17T17:46:40Z, which is yet to come.
            l,q,"s,1,0,x       | data.csv:4: this is not CSV:
            """)
    void aRowThatIsNoResponseIsRefusedByLine(String row, String reason) throws IOException {
        Path file = file(HEADER + "l,q,s,1,0,x\n" + row + "\n");

        assertThatThrownBy(() -> new ResponseFile(file, NOW).read(10))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(reason);
    }

    @Test
    void linesAreCountedAsAnEditorCountsThem() throws IOException {
        Path file = file(HEADER + "\nl,\"q\n1\",s,1,0,x\n\n\nl,q2,s,1,0,x\n");

        assertThat(new ResponseFile(file).read(10)).extracting(Response::line).containsExactly(3L, 7L);
    }

    @Test
    void aFileInAnotherCharacterSetIsRefusedByTheLineThatShowsIt() throws IOException {
        String rows = "l,q,s,1,0,x\n".repeat(2_000) + "l,q,für,1,0,x\n";
        Path file = Files.write(folder.resolve("data.csv"), (HEADER + rows).getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new ResponseFile(file).read(10_000))
                .isInstanceOf(CommandFailure.class)
                .hasMessageEndingWith("data.csv:2002 is not UTF-8.");
    }

    @Test
    void theMarkThatSpreadsheetsPutFirstIsNoPartOfTheHeader() throws IOException {
        assertThat(new ResponseFile(file("\uFEFF" + HEADER + "l,q,s,1,0,x\n")).read(10))
                .hasSize(1);
    }

    @Test
    void aFileWithoutAHeaderIsToldWhichOneItNeeds() throws IOException {
        assertThatThrownBy(() -> new ResponseFile(file("l,q,s,1,0\n")).read(10))
                .isInstanceOf(CommandFailure.class)
                .hasMessageEndingWith("data.csv:1: the header must name the columns"
                        + " learner,question,skills,correct,order_or_timestamp, and it is \"l,q,s,1,0\".");
    }

    @Test
    void whatIsNoDataSetIsRefusedInASentence() throws IOException {
        assertThatThrownBy(() -> new ResponseFile(folder.resolve("none.csv")).read(1))
                .isInstanceOf(CommandFailure.class)
                .hasMessageMatching("There is no file .*none.csv\\.");
        assertThatThrownBy(() -> new ResponseFile(file("")).read(1))
                .isInstanceOf(CommandFailure.class)
                .hasMessageEndingWith("data.csv is empty.");
        assertThatThrownBy(() -> new ResponseFile(file(HEADER)).read(1))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("holds no responses");
        Path notZipped = Files.writeString(folder.resolve("data.csv.gz"), HEADER);
        assertThatThrownBy(() -> new ResponseFile(notZipped).read(1))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("not a gzip file");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), content);
    }
}
