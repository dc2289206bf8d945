package dev.weakspot.web.mydata;

import io.micronaut.http.client.exceptions.HttpClientException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document that is made while it is sent, one part at a time, and never as a whole. When a service fails in between, the
 * transfer breaks off without its end, so that no browser takes what has arrived for everything.
 */
final class Transfer extends InputStream {

    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);

    private final Iterator<String> parts;
    private byte[] part = {};
    private int sent;

    /** @param parts what each of them holds is worked out when it is asked for */
    Transfer(Iterator<String> parts) {
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        return fill() ? part[sent++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, part.length - sent);
        System.arraycopy(part, sent, buffer, offset, count);
        sent += count;
        return count;
    }

    /** Whether there is anything left to send. */
    private boolean fill() throws IOException {
        try {
            while (sent == part.length && parts.hasNext()) {
                part = parts.next().getBytes(StandardCharsets.UTF_8);
                sent = 0;
            }
        } catch (HttpClientException e) {
            LOG.atWarn()
                    .addKeyValue("service", e.getServiceId())
                    .addKeyValue("reason", e.getMessage())
                    .log("A service went away while somebody took their data with them");
            throw new IOException("A service went away", e);
        }
        return sent < part.length;
    }
}
