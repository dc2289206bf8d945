package dev.weakspot.catalog.bank;

/** A part of a file does not say what its format wants. Knows the line; who reads the file adds the rest. */
final class Misreading extends RuntimeException {

    private final int line;
    private final Flaw flaw;

    Misreading(int line, String reason) {
        this(line, reason, Flaw.UNREADABLE);
    }

    Misreading(int line, String reason, Flaw flaw) {
        super(reason, null, false, false);
        this.line = line;
        this.flaw = flaw;
    }

    int line() {
        return line;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    Flaw flaw() {
        return flaw;
    }
}
