package dev.weakspot.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weakspot.cli.CommandFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseFileTest {

    private static final String HEADER = "learner,question,skills,correct,order_or_timestamp,split\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void rowsAreReadInOrderWithTheirSkills() throws IOException {
        Path file = file(HEADER + "7,q1,joins~keys,1,0,train\n8,\"q,2\",,0,1,train\n");

        assertThat(new ResponseFile(file).read(10))
                .containsExactly(
                        new Response(2, "7", "q1", List.of("joins", "keys"), true, Optional.empty()),
                        new Response(3, "8", "q,2", List.of(), false, Optional.empty()));
    }

    @Test
    void columnsMayStandInAnyOrder() throws IOException {
        Path file = file("correct,skills,order_or_timestamp,question,learner\n1,s,0,q,l\n");

        assertThat(new ResponseFile(file).read(10))
                .containsExactly(new Response(2, "l", "q", List.of("s"), true, Optional.empty()));
    }

    @Test
    void secondsSince1970AreAClockAndSmallNumbersAnOrder() throws IOException {
        Path file = file(HEADER + "l,q,s,1,1700000000.5,x\nl,q,s,1,99999,x\n");

        assertThat(new ResponseFile(file).read(10))
                .extracting(Response::answeredAt)
                .containsExactly(Optional.of(Instant.parse("2023-11-14T22:13:20.500Z")), Optional.empty());
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
            l,q                | data.csv:3: there is no column correct
            """)
    void aRowThatIsNoResponseIsRefusedByLine(String row, String reason) throws IOException {
        Path file = file(HEADER + "l,q,s,1,0,x\n" + row + "\n");

        assertThatThrownBy(() -> new ResponseFile(file).read(10))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(reason);
    }

    @Test
    void whatIsNoDataSetIsRefusedInASentence() throws IOException {
        assertThatThrownBy(() -> new ResponseFile(folder.resolve("none.csv")).read(1))
                .isInstanceOf(CommandFailure.class)
                .hasMessageMatching("There is no file .*none.csv\\.");
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
