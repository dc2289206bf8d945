package dev.weakspot.inbox;

/** The offset in the database is not the one we knew: somebody else applied these messages, and ours must not be. */
final class Fenced extends RuntimeException {

    Fenced() {
        super("Another consumer has moved a partition of this batch on");
    }
}
