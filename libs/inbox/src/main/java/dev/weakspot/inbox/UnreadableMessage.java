package dev.weakspot.inbox;

/**
 * A decoder's verdict that a message will never be readable, however often it comes.
 *
 * <p>The reason is one sentence for a human, such as "score is missing", and never a part of the message: it travels on.
 */
public final class UnreadableMessage extends Exception {

    public UnreadableMessage(String reason) {
        super(reason);
    }

    public UnreadableMessage(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The one sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
