package dev.weakspot.cli;

/** Why a command does not do what it was asked to, in one sentence for the person who asked. Exit code 1. */
public final class CommandFailure extends RuntimeException {

    public CommandFailure(String sentence) {
        super(sentence);
    }

    public CommandFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
