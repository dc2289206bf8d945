package dev.weakspot.recommendation.learner;

import io.micronaut.security.authentication.Authentication;
import java.util.UUID;

/** Pseudonym of a learner. */
public record LearnerId(UUID value) {

    /**
     * The learner that a token was made for.
     *
     * @throws NotALearner when the token's subject is no learner's pseudonym
     */
    public static LearnerId of(Authentication authentication) {
        try {
            return new LearnerId(UUID.fromString(authentication.getName()));
        } catch (IllegalArgumentException e) {
            throw new NotALearner();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
