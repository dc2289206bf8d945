package dev.weakspot.web.visit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text as browsers send it in forms and cookies, with % before what is not a letter or digit. Anybody can send anything. */
public final class PercentEncoded {

    private PercentEncoded() {}

    /** What it says; nothing when a % is not followed by two hexadecimal digits. */
    public static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
