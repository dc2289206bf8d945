package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why something is suggested: a stable code, the numbers that decided, and a phrase for people. Made by the ranking itself. */
public sealed interface Reason {

    /** Stable name, part of the API. */
    String code();

    /** The numbers that decided, by stable name. */
    Map<String, Number> numbers();

    /** Half a sentence, without a full stop. */
    String phrase();

    /** All reasons as one plain sentence. */
    static String sentence(List<? extends Reason> reasons) {
        return reasons.stream().map(Reason::phrase).collect(Collectors.joining("; ", "", "."));
    }

    /**
     * The learner is weak here.
     *
     * @param rank 1 for the weakest topic
     */
    record WeakTopic(String title, int rank, Estimate mastery, int attempts) implements Reason {
        @Override
        public String code() {
            return "WEAK_TOPIC";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of(
                    "rank", rank,
                    "mastery", mastery.value(),
                    "low", mastery.low(),
                    "high", mastery.high(),
                    "attempts", attempts);
        }

        @Override
        public String phrase() {
            String place = rank == 1 ? "your weakest topic" : "number " + rank + " of your weakest topics";
            return "%s is %s (about %s right, after %s)"
                    .formatted(title, place, percent(mastery.value()), attemptCount(attempts));
        }
    }

    /** We have too little evidence to call the topic strong. */
    record UncertainTopic(String title, Estimate mastery, int attempts) implements Reason {
        @Override
        public String code() {
            return "UNCERTAIN_TOPIC";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of(
                    "mastery", mastery.value(), "low", mastery.low(), "high", mastery.high(), "attempts", attempts);
        }

        @Override
        public String phrase() {
            return "We are not sure yet of your %s (%s to %s right, after %s)"
                    .formatted(title, percent(mastery.low()), percent(mastery.high()), attemptCount(attempts));
        }
    }

    /** The learner has not tried the topic. */
    record UnseenTopic(String title, Estimate mastery) implements Reason {
        @Override
        public String code() {
            return "UNSEEN_TOPIC";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("mastery", mastery.value(), "low", mastery.low(), "high", mastery.high());
        }

        @Override
        public String phrase() {
            return "You have not tried %s yet".formatted(title);
        }
    }

    /** Neither too easy nor too hard. */
    record TargetDifficulty(double predicted, double target) implements Reason {
        @Override
        public String code() {
            return "TARGET_DIFFICULTY";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("predicted", predicted, "target", target);
        }

        @Override
        public String phrase() {
            return "of its questions this one suits you best (%s chance, we aim for %s)"
                    .formatted(percent(predicted), percent(target));
        }
    }

    /** Something to begin with. */
    record EasyStart(double predicted) implements Reason {
        @Override
        public String code() {
            return "EASY_START";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("predicted", predicted);
        }

        @Override
        public String phrase() {
            return "this is its easiest question to begin with (%s chance)".formatted(percent(predicted));
        }
    }

    /** The learner has not seen the question. */
    record NotSeenYet() implements Reason {
        @Override
        public String code() {
            return "NOT_SEEN_YET";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of();
        }

        @Override
        public String phrase() {
            return "you have not seen it yet";
        }
    }

    /** The learner's newest answer to the question was not right. */
    record FailedLastTime(double lastScore, long attemptsAgo) implements Reason {
        @Override
        public String code() {
            return "FAILED_LAST_TIME";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("last_score", lastScore, "attempts_ago", attemptsAgo);
        }

        @Override
        public String phrase() {
            return "you did not get it right last time";
        }
    }

    /** All questions of the topic were answered right; this one longest ago, or it suits best. */
    record AnsweredBefore(long attemptsAgo) implements Reason {
        @Override
        public String code() {
            return "ANSWERED_BEFORE";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("attempts_ago", attemptsAgo);
        }

        @Override
        public String phrase() {
            return "you answered it %s ago".formatted(attemptCount(attemptsAgo));
        }
    }

    private static String percent(double probability) {
        return Math.round(100 * probability) + " %";
    }

    private static String attemptCount(long attempts) {
        return attempts == 1 ? "1 attempt" : attempts + " attempts";
    }
}
