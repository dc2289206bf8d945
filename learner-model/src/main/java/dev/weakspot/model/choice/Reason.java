package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
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

    /** All reasons as one plain sentence. What it expects of the learner is about answers to come. */
    static String sentence(List<? extends Reason> reasons) {
        String sentence = reasons.stream().map(Reason::phrase).collect(Collectors.joining("; ", "", "."));
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
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
            return "%s is %s (after %s we expect you to get %s of its questions right)"
                    .formatted(title, place, attemptCount(attempts), percent(mastery.value()));
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
            return "we are not sure yet how well you know %s (after %s we expect you to get %s to %s of its questions right)"
                    .formatted(title, attemptCount(attempts), percent(mastery.low()), percent(mastery.high()));
        }
    }

    /**
     * We are not sure of the topics, so chance had a say: by expected success another one would come first.
     *
     * @param instead title of the one that would
     * @param expected success on the chosen topic
     * @param drawn the success that was drawn from those we hold possible, and ranked by
     * @param doubt standard deviation of the learner's level on the topic, on the logit scale
     */
    record Exploration(String instead, double expected, double drawn, double doubt) implements Reason {
        @Override
        public String code() {
            return "EXPLORATION";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("expected", expected, "drawn", drawn, "doubt", doubt);
        }

        @Override
        public String phrase() {
            return "by what we expect it would be the turn of %s, but we may be wrong".formatted(instead);
        }
    }

    /** Another topic would come first, had it not just been suggested or practised. */
    record Interleaved(String previous) implements Reason {
        @Override
        public String code() {
            return "INTERLEAVED";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of();
        }

        @Override
        public String phrase() {
            return "after %s something else, because mixed topics are learned better".formatted(previous);
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
            return "you have not tried %s yet".formatted(title);
        }
    }

    /** A weak topic on which another one rests. */
    record PrerequisiteOf(String title, Estimate mastery, String dependent) implements Reason {
        @Override
        public String code() {
            return "PREREQUISITE_OF";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("mastery", mastery.value(), "low", mastery.low(), "high", mastery.high());
        }

        @Override
        public String phrase() {
            return "%s rests on %s, so that comes first".formatted(dependent, title);
        }
    }

    /** What we know of the topic is getting old, and so is what the learner knows. */
    record NotPractisedLately(long days) implements Reason {
        @Override
        public String code() {
            return "NOT_PRACTISED_LATELY";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("days", days);
        }

        @Override
        public String phrase() {
            return "you last practised it %d days ago".formatted(days);
        }
    }

    /** The question is about to be forgotten. */
    record DueReview(double recall, long daysSince, long daysOverdue) implements Reason {
        @Override
        public String code() {
            return "DUE_REVIEW";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("recall", recall, "days_since", daysSince, "days_overdue", daysOverdue);
        }

        @Override
        public String phrase() {
            return "it is time to see this one again (%s chance that you still remember it after %s)"
                    .formatted(percent(recall), daysSince == 1 ? "a day" : daysSince + " days");
        }
    }

    /** Neither too easy nor too hard: what suits best of the questions that it was chosen among. */
    record TargetDifficulty(Estimate predicted, double target, Among among) implements Reason {
        @Override
        public String code() {
            return "TARGET_DIFFICULTY";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of(
                    "predicted", predicted.value(),
                    "low", predicted.low(),
                    "high", predicted.high(),
                    "target", target,
                    "compared", among.questions());
        }

        @Override
        public String phrase() {
            return "%s (%s chance that you get it right, we aim for %s)"
                    .formatted(among.phrase("suits you best"), percent(predicted.value()), percent(target));
        }
    }

    /**
     * One that is as near the target, or nearer, asks about more besides the topic.
     *
     * @param topics of the question that was chosen
     */
    record FewerTopics(int topics) implements Reason {
        @Override
        public String code() {
            return "FEWER_TOPICS";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("topics", topics);
        }

        @Override
        public String phrase() {
            return "by difficulty another would do as well, but it asks about more topics";
        }
    }

    /** One that is as near the target, or nearer, is of a kind that was suggested more often of late. */
    record OtherKind(Kind kind) implements Reason {
        @Override
        public String code() {
            return "OTHER_KIND";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of();
        }

        @Override
        public String phrase() {
            return "by difficulty another would do as well, but for variety it is of this kind (%s)".formatted(kind);
        }
    }

    /** Meant for somebody like the learner wants to be. */
    record WantedLevel(String level) implements Reason {
        @Override
        public String code() {
            return "WANTED_LEVEL";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of();
        }

        @Override
        public String phrase() {
            return "it is of the level that you chose (%s)".formatted(level);
        }
    }

    /** Something to begin with: the easiest of the questions that it was chosen among. */
    record EasyStart(double predicted, Among among) implements Reason {
        @Override
        public String code() {
            return "EASY_START";
        }

        @Override
        public Map<String, Number> numbers() {
            return Map.of("predicted", predicted, "compared", among.questions());
        }

        @Override
        public String phrase() {
            return "%s (%s chance that you get it right)"
                    .formatted(among.phrase("is the easiest to begin with"), percent(predicted));
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

    /** Never 0 and never 100: nothing is certain. */
    static String percent(double probability) {
        return Math.clamp(Math.round(100 * probability), 1, 99) + " %";
    }

    private static String attemptCount(long attempts) {
        return attempts == 1 ? "1 attempt" : attempts + " attempts";
    }
}
