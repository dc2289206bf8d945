package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.review.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One list of suggestions in the making: decides turn by turn what the next one is for, and says why. */
final class Draft {

    /** Success that tells most about a topic. */
    private static final double TELLING = .5;

    /** Below it a topic is too weak to build on. */
    private static final double WEAK_FOUNDATION = .5;

    /** The first that many topics of the ranking are called weak. */
    private static final int CALLED_WEAK = 3;

    /** From so wide an interval on we say that we are not sure. */
    private static final double UNCERTAIN = .2;

    /** A step in the ranking so high that sampling beyond it would waste the learner's time. */
    private static final double CLIFF = .15;

    /** Turns doubt on the logit scale into what is added to success. Half the logistic function's slope explores enough. */
    private static final double LOGIT_TO_SUCCESS = .12;

    /** While some topics are clearly weak, others are looked at for the first time only so often. */
    private static final int PROBE_EVERY = 3;

    /** More reviews would leave too little time for what is new. */
    private static final int REVIEW_EVERY = 4;

    /** From so many days on it is worth a word. */
    private static final int LONG_AGO = 3;

    private final Landscape landscape;
    private final Wishes wishes;
    private final Random random;
    private final Shelf shelf;
    private final WeakTopics weakTopics;
    private final Map<TopicSlug, TopicStanding> standings = new LinkedHashMap<>();
    private final Set<TopicSlug> clearlyWeak;
    private final double border;
    private final Set<TopicSlug> justPractised;
    private final List<Suggestion> suggestions = new ArrayList<>();

    Draft(Landscape landscape, Wishes wishes, Random random) {
        this.landscape = landscape;
        this.wishes = wishes;
        this.random = random;
        shelf = new Shelf(landscape, wishes);
        landscape.topics().forEach(standing -> standings.put(standing.topic(), standing));
        weakTopics = WeakTopics.of(standings.values());
        clearlyWeak = clearlyWeak(weakTopics.ranking());
        border = border(weakTopics.ranking());
        justPractised = justPractised(weakTopics.ranking());
    }

    List<Suggestion> suggestions() {
        return Collections.unmodifiableList(suggestions);
    }

    /** Whether there was one more to suggest. */
    boolean addNext() {
        Optional<Suggestion> next = findNext();
        next.ifPresent(suggestion -> {
            suggestions.add(suggestion);
            shelf.take(suggestion.option());
        });
        return next.isPresent();
    }

    private Optional<Suggestion> findNext() {
        long turn = landscape.sequence() + suggestions.size();
        boolean isReviewTurn = turn % REVIEW_EVERY == REVIEW_EVERY - 1;
        boolean isProbeTurn = clearlyWeak.isEmpty() || turn % PROBE_EVERY == PROBE_EVERY - 1;
        Optional<Suggestion> review = isReviewTurn ? findReview() : Optional.empty();
        Optional<Suggestion> probe = isProbeTurn ? review.or(this::findProbe) : review;
        return probe.or(this::findTraining).or(this::findProbe).or(this::findAnything);
    }

    private Optional<Suggestion> findReview() {
        return shelf.findDue(wishes.target().toTrain()).map(this::review);
    }

    private Suggestion review(Shelf.Pick pick) {
        Option option = pick.option();
        PastTries past = option.past();
        Reason due = new Reason.DueReview(
                past.memory().recallAt(landscape.moment()),
                past.daysSince(landscape.moment()),
                Duration.between(past.memory().dueAt(), landscape.moment()).toDays());
        long days = Duration.between(
                        landscape.moment(),
                        past.memory().after(Rating.GOOD, landscape.moment()).dueAt())
                .toDays();
        List<Reason> reasons = new ArrayList<>(List.of(due, difficulty(pick)));
        reasons.addAll(preferences(pick));
        reasons.add(history(past));
        return new Suggestion(
                option,
                option.question().topics().getFirst(),
                reasons,
                "Answered right today, it comes back in %s.".formatted(days == 1 ? "a day" : days + " days"));
    }

    /** A topic not tried yet, once in a list, whose prerequisites bear it. */
    private Optional<Suggestion> findProbe() {
        List<TopicStanding> untried = standings.values().stream()
                .filter(standing -> !standing.isPractised() && timesSuggested(standing) == 0)
                .sorted(byPromise())
                .toList();
        return findInterleaved(untried, standing -> findGap(standing).isEmpty()).map(this::probe);
    }

    private Optional<Suggestion> findTraining() {
        List<TopicWorth> worths = weakTopics.ranking().stream()
                .map(this::worth)
                // Once each: a sort would work it out again for every comparison.
                .map(worth -> Map.entry(worth.total(), worth))
                .sorted(Map.Entry.<Double, TopicWorth>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .toList();
        return findWorthiest(worths).map(best -> training(best, worths));
    }

    /** Of those that are clearly weak, or else of all. */
    private Optional<TopicStanding> findWorthiest(List<TopicWorth> worths) {
        List<TopicStanding> ranked = worths.stream().map(TopicWorth::standing).toList();
        return findInterleaved(
                        ranked, standing -> clearlyWeak.contains(standing.topic()) && !isJustHad(standing.topic()))
                .or(() -> findInterleaved(ranked, _ -> true));
    }

    /** With a success that we hold possible, the likelier the more often. */
    private TopicWorth worth(TopicStanding standing) {
        double noise = LOGIT_TO_SUCCESS * standing.doubt() * random.nextGaussian();
        return new TopicWorth(standing, noise, border, standing.daysSince(landscape.moment()));
    }

    private Suggestion training(TopicStanding best, List<TopicWorth> worths) {
        return findGap(best)
                .filter(gap -> !isJustHad(gap.topic()))
                .map(gap -> foundation(gap, best))
                .orElseGet(() -> {
                    List<Reason> reasons = new ArrayList<>(trainingReasons(best));
                    findExploration(best, worths).ifPresent(reasons::add);
                    findInterleaving(best, worths).ifPresent(reasons::add);
                    return suggestion(best, reasons, turningPoint(best, worths));
                });
    }

    /** When the draw decided: by expected success another topic would be the one. */
    private Optional<Reason> findExploration(TopicStanding best, List<TopicWorth> worths) {
        List<TopicWorth> asExpected = worths.stream()
                .map(TopicWorth::asExpected)
                .sorted(Comparator.comparingDouble(TopicWorth::total).reversed())
                .toList();
        double drawn = worths.stream()
                .filter(worth -> worth.standing().equals(best))
                .findFirst()
                .orElseThrow()
                .drawn();
        return findWorthiest(asExpected)
                .filter(expected -> !expected.equals(best))
                .map(expected ->
                        new Reason.Exploration(expected.title(), best.mastery().value(), drawn, best.doubt()));
    }

    /** When the topic just suggested or practised would have been the one. */
    private Optional<Reason> findInterleaving(TopicStanding best, List<TopicWorth> worths) {
        return worths.stream()
                .map(TopicWorth::standing)
                .filter(standing -> clearlyWeak.isEmpty() || clearlyWeak.contains(standing.topic()))
                .filter(standing -> shelf.has(standing.topic()))
                .findFirst()
                .filter(first -> !first.equals(best) && isJustHad(first.topic()))
                .map(first -> new Reason.Interleaved(first.title()));
    }

    /** What a topic rests on comes before the topic, when the learner is weak at it. */
    private Suggestion foundation(TopicStanding gap, TopicStanding dependent) {
        List<Reason> reasons = new ArrayList<>(trainingReasons(gap));
        reasons.addFirst(new Reason.PrerequisiteOf(gap.title(), gap.mastery(), dependent.title()));
        String turningPoint = "From %s right on %s on, %s itself is trained."
                .formatted(Reason.percent(WEAK_FOUNDATION), gap.title(), dependent.title());
        return suggestion(gap, reasons, turningPoint);
    }

    private List<Reason> trainingReasons(TopicStanding standing) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                isCalledWeak(standing) || !isUncertain(standing)
                        ? weakTopics.reason(standing)
                        : new Reason.UncertainTopic(standing.title(), standing.mastery(), standing.attempts()));
        long days = standing.daysSince(landscape.moment());
        if (days >= LONG_AGO) {
            reasons.add(new Reason.NotPractisedLately(days));
        }
        return reasons;
    }

    /** By the same ranking: how well the learner would have to do for the next topic in it to overtake. */
    private String turningPoint(TopicStanding chosen, List<TopicWorth> worths) {
        int place = IntStream.range(0, worths.size())
                .filter(i -> worths.get(i).standing().equals(chosen))
                .findFirst()
                .orElseThrow();
        return worths.stream()
                .skip(place + 1)
                .filter(next -> shelf.has(next.standing().topic()))
                .findFirst()
                .map(next -> "From %s right on %s on, %s would come first."
                        .formatted(
                                Reason.percent(worths.get(place).successWorthLessThan(next.total())),
                                chosen.title(),
                                next.standing().title()))
                .orElse("No other topic that you have tried is worth as much now.");
    }

    private Suggestion suggestion(TopicStanding standing, List<Reason> topicReasons, String turningPoint) {
        Target target = wishes.target();
        Shelf.Pick pick = shelf.best(standing.topic(), isCalledWeak(standing) ? target.toTrain() : target.toFindOut());
        List<Reason> reasons = new ArrayList<>(topicReasons);
        reasons.add(difficulty(pick));
        reasons.addAll(preferences(pick));
        reasons.add(history(pick.option().past()));
        return new Suggestion(pick.option(), standing.topic(), reasons, turningPoint);
    }

    private Suggestion probe(TopicStanding standing) {
        Target target = wishes.target();
        Shelf.Pick pick = shelf.nearest(standing.topic(), isNewcomer() ? target.toBegin() : target.toFindOut());
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason.UnseenTopic(standing.title(), standing.mastery()));
        reasons.add(difficulty(pick));
        reasons.addAll(preferences(pick));
        reasons.add(history(pick.option().past()));
        return new Suggestion(
                pick.option(),
                standing.topic(),
                reasons,
                "One answer on %s, and it is ranked with the others.".formatted(standing.title()));
    }

    private Optional<Suggestion> findAnything() {
        List<TopicStanding> rarestFirst = standings.values().stream()
                .sorted(Comparator.comparingLong(this::timesSuggested).thenComparing(byPromise()))
                .toList();
        return findInterleaved(rarestFirst, _ -> true)
                .map(standing -> standing.isPractised()
                        ? suggestion(standing, trainingReasons(standing), "Nothing else is left to suggest.")
                        : probe(standing));
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
        if (wishes.chose(option)) {
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

    /** The weak topic deepest below this one, if there is something to train on it. */
    private Optional<TopicStanding> findGap(TopicStanding standing) {
        Set<TopicSlug> visited = new HashSet<>(Set.of(standing.topic()));
        Optional<TopicStanding> gap = Optional.empty();
        Optional<TopicStanding> deeper = findWeakPrerequisite(standing, visited);
        while (deeper.isPresent()) {
            gap = deeper;
            deeper = findWeakPrerequisite(gap.get(), visited);
        }
        return gap;
    }

    private Optional<TopicStanding> findWeakPrerequisite(TopicStanding standing, Set<TopicSlug> visited) {
        return standing.prerequisites().stream()
                .filter(visited::add)
                .flatMap(topic -> Optional.ofNullable(standings.get(topic)).stream())
                .filter(prerequisite -> prerequisite.isPractised()
                        && prerequisite.mastery().value() < WEAK_FOUNDATION
                        && shelf.has(prerequisite.topic()))
                .min(Comparator.comparingDouble(
                        prerequisite -> prerequisite.mastery().value()));
    }

    /** The first with a question left; the topic just suggested or practised only when there is no other. */
    private Optional<TopicStanding> findInterleaved(List<TopicStanding> ranked, Predicate<TopicStanding> isWanted) {
        List<TopicStanding> wanted = ranked.stream().filter(isWanted).toList();
        return wanted.stream()
                .filter(standing -> !isJustHad(standing.topic()) && shelf.has(standing.topic()))
                .findFirst()
                .or(() -> wanted.stream()
                        .filter(standing -> shelf.has(standing.topic()))
                        .findFirst());
    }

    private boolean isJustHad(TopicSlug topic) {
        return suggestions.isEmpty()
                ? justPractised.contains(topic)
                : suggestions.getLast().topic().equals(topic);
    }

    /** Known prerequisites first; then, for a newcomer, the easiest topic, otherwise the one that tells most. */
    private Comparator<TopicStanding> byPromise() {
        ToDoubleFunction<TopicStanding> lead = isNewcomer()
                ? standing -> -standing.mastery().value()
                : standing -> Math.abs(standing.mastery().value() - TELLING);
        return Comparator.comparingLong(this::unknownPrerequisites)
                .thenComparingDouble(lead)
                .thenComparing(TopicStanding::topic);
    }

    private boolean isNewcomer() {
        return weakTopics.ranking().isEmpty();
    }

    private boolean isCalledWeak(TopicStanding standing) {
        return weakTopics.rank(standing.topic()) <= CALLED_WEAK;
    }

    private static boolean isUncertain(TopicStanding standing) {
        return standing.mastery().high() - standing.mastery().low() > UNCERTAIN;
    }

    private long unknownPrerequisites(TopicStanding standing) {
        // One that is not in the landscape this learner is not led to: it is not waited for.
        return standing.prerequisites().stream()
                .flatMap(topic -> Optional.ofNullable(standings.get(topic)).stream())
                .filter(prerequisite -> !prerequisite.isPractised())
                .count();
    }

    private long timesSuggested(TopicStanding standing) {
        return suggestions.stream()
                .filter(suggestion -> suggestion.topic().equals(standing.topic()))
                .count();
    }

    /** Half-way between the last topic called weak and the next; of a few topics only the lower half is. */
    private static double border(List<TopicStanding> ranking) {
        if (ranking.size() < 2) {
            return 1;
        }
        int weak = Math.min(CALLED_WEAK, ranking.size() / 2);
        double last = ranking.get(weak - 1).mastery().value();
        double next = ranking.get(weak).mastery().value();
        return (last + next) / 2;
    }

    /** The topics of the newest attempt; none when there is no other topic to change to. */
    private static Set<TopicSlug> justPractised(List<TopicStanding> practised) {
        Optional<Instant> newest =
                practised.stream().map(TopicStanding::lastAnsweredAt).max(Comparator.naturalOrder());
        Set<TopicSlug> topics = practised.stream()
                .filter(standing ->
                        newest.filter(standing.lastAnsweredAt()::equals).isPresent())
                .map(TopicStanding::topic)
                .collect(Collectors.toSet());
        return topics.size() < practised.size() ? topics : Set.of();
    }

    /** Two or three topics far below all others. Not a single one: drilling it alone would tell us nothing else. */
    private static Set<TopicSlug> clearlyWeak(List<TopicStanding> ranking) {
        for (int size = 2; size <= CALLED_WEAK && size < ranking.size(); size++) {
            double last = ranking.get(size - 1).mastery().value();
            double next = ranking.get(size).mastery().value();
            if (next - last >= CLIFF) {
                return new HashSet<>(ranking.subList(0, size).stream()
                        .map(TopicStanding::topic)
                        .toList());
            }
        }
        return Set.of();
    }
}
