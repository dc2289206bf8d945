package dev.weakspot.recommendation.training;

import java.util.Locale;

/** What a model that learns is for. */
public enum Role {

    /** Learners are answered by it. */
    SERVING,

    /** It learns beside the other, to be compared with it. */
    SHADOW;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
