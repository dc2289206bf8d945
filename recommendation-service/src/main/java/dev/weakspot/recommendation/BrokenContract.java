package dev.weakspot.recommendation;

import java.util.Optional;
import java.util.stream.Stream;

/** A message says what its contract does not allow. The sentence names the rule, never a part of the message. */
public final class BrokenContract extends IllegalArgumentException {

    public BrokenContract(String sentence) {
        super(sentence);
    }

    /** Why a message could not be read: in general and, where a broken rule lies behind it, in particular. */
    public static String reason(String general, Throwable failure) {
        Optional<String> rule = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(BrokenContract.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
        return rule.map(sentence -> general + ": " + sentence).orElse(general);
    }
}
