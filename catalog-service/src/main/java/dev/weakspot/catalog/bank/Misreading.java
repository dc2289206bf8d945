package dev.weakspot.catalog.bank;

/** A part of a file does not say what its format wants. Knows the line; who reads the file adds the rest. */
final class Misreading extends RuntimeException {

    private final int line;

    Misreading(int line, String reason) {
        super(reason, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
