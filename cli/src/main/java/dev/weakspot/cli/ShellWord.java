package dev.weakspot.cli;

import java.util.regex.Pattern;

/** A word as a shell takes it literally, in a command that a person may copy. */
final class ShellWord {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    private ShellWord() {}

    static String of(String text) {
        return HARMLESS.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
