package dev.weakspot.web.weaktopics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a learner is going on a topic, once that is unlikely to be chance. */
public enum Trend {
    RISING("↗"),
    STEADY("→"),
    FALLING("↘");

    private final String sign;

    Trend(String sign) {
        this.sign = sign;
    }

    /** As the service says it; nothing when it says something that we do not know yet. */
    static Optional<Trend> find(String word) {
        return Arrays.stream(values())
                .filter(trend -> trend.word().equals(word))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sign() {
        return sign;
    }
}
