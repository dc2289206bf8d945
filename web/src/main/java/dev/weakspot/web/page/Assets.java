package dev.weakspot.web.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of style sheets and scripts that change with their content, so that browsers may keep them for ever. */
@Singleton
public class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** The address of a file below {@code assets/}. */
    public String of(String file) {
        return addresses.computeIfAbsent(file, name -> "/assets/" + name + "?" + fingerprint("/assets/" + name));
    }

    private static String fingerprint(String resource) {
        try (InputStream content = Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
            var checksum = new CRC32();
            checksum.update(content.readAllBytes());
            return Long.toHexString(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
