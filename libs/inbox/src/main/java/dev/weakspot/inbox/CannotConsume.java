package dev.weakspot.inbox;

/**
 * What a handler throws when it can apply no message at all, for what its own state is: nothing is parked, and everything waits
 * until somebody has mended it.
 */
public final class CannotConsume extends RuntimeException {

    public CannotConsume(String message) {
        super(message);
    }

    public CannotConsume(String message, Throwable cause) {
        super(message, cause);
    }
}
