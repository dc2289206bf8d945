package dev.weakspot.web.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.client.exceptions.HttpClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTest {

    private static final String TEXT = "größer,„kleiner“ 🙂";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8192})
    void partsArriveWhole(int atATime) throws IOException {
        InputStream transfer = new Transfer(
                List.of("", TEXT.substring(0, 4), "", TEXT.substring(4), "").iterator());

        var arrived = new ByteArrayOutputStream();
        for (byte[] some = transfer.readNBytes(atATime); some.length > 0; some = transfer.readNBytes(atATime)) {
            arrived.write(some);
        }

        assertThat(arrived.toString(StandardCharsets.UTF_8)).isEqualTo(TEXT);
    }

    @Test
    void singleBytesAreNeverNegative() throws IOException {
        InputStream transfer = new Transfer(List.of("ß").iterator());

        assertThat(List.of(transfer.read(), transfer.read(), transfer.read())).containsExactly(0xc3, 0x9f, -1);
    }

    @Test
    void aServiceThatGoesAwayDoesNotLookLikeTheEnd() {
        Stream<String> parts = Stream.of("here", "gone").peek(part -> {
            if (part.equals("gone")) {
                throw new HttpClientException("The service is away");
            }
        });

        var transfer = new Transfer(parts.iterator());

        assertThatThrownBy(transfer::readAllBytes).isInstanceOf(IOException.class);
    }
}
