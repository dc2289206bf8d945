package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Turn.Purpose;
import dev.weakspot.model.review.Rating;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/** One list of suggestions in the making: picks the question for each turn, and says why. */
final class Draft {

    /** From so wide an interval on we say that we are not sure. */
    private static final double UNCERTAIN = .2;

    /** The most that we ever expect, in percent: nothing is certain. */
    private static final int NEARLY_ALL = 99;

    /** From so many days on it is worth a word. */
    private static final int LONG_AGO = 3;

    private final Landscape landscape;
    private final Wishes wishes;
    private final long seed;
    private final Shelf shelf;
    private final Standings standings;
    private final List<Suggestion> suggestions = new ArrayList<>();

    Draft(Landscape landscape, Wishes wishes, long seed) {
        this.landscape = landscape;
        this.wishes = wishes;
        this.seed = seed;
        shelf = new Shelf(landscape, wishes);
        standings = Standings.of(landscape.topics());
    }

    List<Suggestion> suggestions() {
        return Collections.unmodifiableList(suggestions);
    }

    /** Whether there was one more to suggest. */
    boolean addNext() {
        Turn turn = turn();
        Optional<Suggestion> next = turn.decide().map(purpose -> suggestion(turn, purpose));
        next.ifPresent(this::add);
        return next.isPresent();
    }

    void add(Suggestion suggestion) {
        suggestions.add(suggestion);
        shelf.take(suggestion.option());
    }

    private Turn turn() {
        return new Turn(
                standings,
                shelf,
                wishes.target(),
                landscape.moment(),
                landscape.sequence() + suggestions.size(),
                suggestions(),
                this::luck);
    }

    /** Each turn's own, and each topic's own, whatever was decided before. */
    private Map<TopicSlug, Double> luck() {
        // Random begins alike for neighbouring seeds.
        var random = new Random(new SplittableRandom(seed + suggestions.size()).nextLong());
        Map<TopicSlug, Double> luck = new HashMap<>();
        standings.topics().forEach(topic -> luck.put(topic, random.nextGaussian()));
        return luck;
    }

    private Suggestion suggestion(Turn turn, Purpose purpose) {
        return switch (purpose) {
            case Purpose.Review review -> review(review.pick());
            case Purpose.Probe probe -> probe(probe.standing());
            case Purpose.Training training -> training(turn, training);
            case Purpose.Foundation foundation -> foundation(turn, foundation);
        };
    }

    private Suggestion review(Shelf.Pick pick) {
        PastTries past = pick.option().past();
        Reason due = new Reason.DueReview(
                past.memory().recallAt(landscape.moment()),
                past.daysSince(landscape.moment()),
                Duration.between(past.memory().dueAt(), landscape.moment()).toDays());
        long days = Duration.between(
                        landscape.moment(),
                        past.memory().after(Rating.GOOD, landscape.moment()).dueAt())
                .toDays();
        return suggestion(
                pick,
                pick.option().question().topics().getFirst(),
                List.of(due),
                "Answered right today, it comes back in %s.".formatted(days == 1 ? "a day" : days + " days"));
    }

    private Suggestion probe(TopicStanding standing) {
        Target target = wishes.target();
        TopicSlug topic = standing.topic();
        return suggestion(
                standings.isNewcomer()
                        ? shelf.nearest(topic, target.toBegin())
                        : shelf.nearby(topic, target.toFindOut()),
                standing.topic(),
                List.of(new Reason.UnseenTopic(standing.title(), standing.mastery())),
                "One answer on %s, and it is ranked with the others.".formatted(standing.title()));
    }

    private Suggestion training(Turn turn, Purpose.Training training) {
        TopicStanding standing = training.standing();
        List<Reason> reasons = new ArrayList<>(trainingReasons(standing));
        findExploration(turn, training).ifPresent(reasons::add);
        turn.findPassedOver(training)
                .map(passedOver -> new Reason.Interleaved(passedOver.title()))
                .ifPresent(reasons::add);
        return suggestion(pick(standing), standing.topic(), reasons, turningPoint(turn, standing));
    }

    /** When the draw decided: by expected success another topic would be the one. */
    private Optional<Reason> findExploration(Turn turn, Purpose.Training training) {
        TopicWorth best = training.best();
        return turn.withoutLuck()
                .findWorthiest()
                .map(TopicWorth::standing)
                .filter(expected -> !expected.equals(best.standing()))
                .map(expected -> new Reason.Exploration(
                        expected.title(),
                        best.standing().mastery().value(),
                        best.drawn(),
                        best.standing().doubt()));
    }

    private Suggestion foundation(Turn turn, Purpose.Foundation foundation) {
        TopicStanding gap = foundation.standing();
        List<Reason> reasons = new ArrayList<>(trainingReasons(gap));
        reasons.addFirst(new Reason.PrerequisiteOf(
                gap.title(), gap.mastery(), foundation.dependent().title()));
        return suggestion(pick(gap), gap.topic(), reasons, turningPoint(turn, gap));
    }

    private Shelf.Pick pick(TopicStanding standing) {
        Target target = wishes.target();
        return shelf.best(standing.topic(), standings.isCalledWeak(standing) ? target.toTrain() : target.toFindOut());
    }

    private List<Reason> trainingReasons(TopicStanding standing) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                standings.isCalledWeak(standing) || !isUncertain(standing)
                        ? standings.weakTopics().reason(standing)
                        : new Reason.UncertainTopic(standing.title(), standing.mastery(), standing.attempts()));
        long days = standing.daysSince(landscape.moment());
        if (days >= LONG_AGO) {
            reasons.add(new Reason.NotPractisedLately(days));
        }
        return reasons;
    }

    private static boolean isUncertain(TopicStanding standing) {
        return standing.mastery().high() - standing.mastery().low() > UNCERTAIN;
    }

    /** How much more we would have to expect on the topic for another one to come here: found by deciding anew. */
    private static String turningPoint(Turn turn, TopicStanding chosen) {
        String title = chosen.title();
        String now = Reason.percent(chosen.mastery().value());
        int same = Math.clamp(Math.round(100 * chosen.mastery().value()), 1, NEARLY_ALL);
        int other = NEARLY_ALL;
        if (same == other) {
            return "We expect %s on %s already, and still it comes here.".formatted(now, title);
        }
        if (comesHere(turn, chosen, other).equals(chosen)) {
            return "Even if we expected %d %% on %s instead of %s, it would come here.".formatted(other, title, now);
        }
        while (other - same > 1) {
            int middle = (same + other) / 2;
            if (comesHere(turn, chosen, middle).equals(chosen)) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return "If we expected %d %% on %s instead of %s, %s would come here."
                .formatted(other, title, now, comesHere(turn, chosen, other).title());
    }

    private static TopicStanding comesHere(Turn turn, TopicStanding chosen, int percent) {
        return turn.expecting(chosen.topic(), percent / 100.0)
                .decide()
                .map(purpose -> turn.standings().of(purpose.topic()))
                .orElse(chosen);
    }

    private Suggestion suggestion(Shelf.Pick pick, TopicSlug topic, List<Reason> topicReasons, String turningPoint) {
        List<Reason> reasons = new ArrayList<>(topicReasons);
        reasons.add(difficulty(pick));
        reasons.addAll(preferences(pick));
        reasons.add(history(pick.option().past()));
        return new Suggestion(pick.option(), topic, reasons, turningPoint);
    }

    private static Reason difficulty(Shelf.Pick pick) {
        Estimate predicted = pick.option().predicted();
        return pick.target() >= Target.Usual.EASIEST
                ? new Reason.EasyStart(predicted.value(), pick.among())
                : new Reason.TargetDifficulty(predicted, pick.target(), pick.among());
    }

    /** What weighed besides the distance from the target. */
    private List<Reason> preferences(Shelf.Pick pick) {
        List<Reason> reasons = new ArrayList<>();
        Option option = pick.option();
        int topics = option.question().topics().size();
        if (pick.nearest().question().topics().size() > topics) {
            reasons.add(new Reason.FewerTopics(topics));
        }
        if (shelf.timesLately(pick.nearest()) > shelf.timesLately(option)) {
            reasons.add(new Reason.OtherKind(option.kind()));
        }
        if (wishes.chose(option.candidate())) {
            reasons.add(new Reason.WantedLevel(option.level()));
        }
        return reasons;
    }

    private Reason history(PastTries past) {
        long ago = landscape.sequence() - past.lastSequence() + 1;
        if (past.isNone()) {
            return new Reason.NotSeenYet();
        }
        return past.isFailedLast() ? new Reason.FailedLastTime(past.lastScore(), ago) : new Reason.AnsweredBefore(ago);
    }
}
