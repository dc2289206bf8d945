package dev.weakspot.model.choice;

import dev.weakspot.model.TopicSlug;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Decides what the next suggestion is for.
 *
 * @param number of the suggestion, counted on from the learner's attempts
 * @param before the suggestions before it, in the same list
 * @param luck for each topic, a number from the standard normal distribution
 */
record Turn(
        Standings standings,
        Shelf shelf,
        Target target,
        Instant moment,
        long number,
        List<Suggestion> before,
        Map<TopicSlug, Double> luck) {

    /** Turns doubt on the logit scale into what is added to success. Half the logistic function's slope explores enough. */
    private static final double LOGIT_TO_SUCCESS = .12;

    /** While some topics are clearly weak, others are looked at for the first time only so often. */
    private static final int PROBE_EVERY = 3;

    /** More reviews would leave too little time for what is new. */
    private static final int REVIEW_EVERY = 4;

    /** What the suggestion is for. */
    sealed interface Purpose {

        TopicSlug topic();

        /** A question that is about to be forgotten comes back. */
        record Review(Shelf.Pick pick) implements Purpose {
            @Override
            public TopicSlug topic() {
                return pick.option().question().topics().getFirst();
            }
        }

        /** A topic is looked at that was not tried yet. */
        record Probe(TopicStanding standing) implements Purpose {
            @Override
            public TopicSlug topic() {
                return standing.topic();
            }
        }

        /** The topic is trained that is worth most. */
        record Training(TopicWorth best, List<TopicWorth> worths) implements Purpose {

            TopicStanding standing() {
                return best.standing();
            }

            @Override
            public TopicSlug topic() {
                return standing().topic();
            }
        }

        /** What a topic rests on comes before the topic, when the learner is weak at it. */
        record Foundation(TopicStanding standing, TopicStanding dependent) implements Purpose {
            @Override
            public TopicSlug topic() {
                return standing.topic();
            }
        }
    }

    /** The same turn, had we other expectations of the learner on one topic. */
    Turn expecting(TopicSlug topic, double mastery) {
        return new Turn(standings.expecting(topic, mastery), shelf, target, moment, number, before, luck);
    }

    /** The same turn, if all were as we expect. */
    Turn withoutLuck() {
        return new Turn(standings, shelf, target, moment, number, before, Map.of());
    }

    /** Nothing when there is nothing left to suggest. */
    Optional<Purpose> decide() {
        boolean isReviewTurn = number % REVIEW_EVERY == REVIEW_EVERY - 1;
        boolean isProbeTurn = standings.clearlyWeak().isEmpty() || number % PROBE_EVERY == PROBE_EVERY - 1;
        Optional<Purpose> review = isReviewTurn ? findReview() : Optional.empty();
        Optional<Purpose> probe = isProbeTurn ? review.or(this::findProbe) : review;
        return probe.or(this::findTraining).or(this::findProbe).or(this::findProbeAgain);
    }

    private Optional<Purpose> findReview() {
        return shelf.findDue(target.toTrain()).map(Purpose.Review::new);
    }

    /** A topic not tried yet, once in a list, whose prerequisites bear it. */
    private Optional<Purpose> findProbe() {
        List<TopicStanding> untried = standings.all().stream()
                .filter(standing -> !standing.isPractised() && timesSuggested(standing) == 0)
                .filter(standing -> findGap(standing).isEmpty())
                .sorted(byPromise())
                .toList();
        return findInterleaved(untried).map(Purpose.Probe::new);
    }

    /** When nothing else is left: all that is practised was trained before. */
    private Optional<Purpose> findProbeAgain() {
        List<TopicStanding> rarestFirst = standings.all().stream()
                .filter(standing -> !standing.isPractised())
                .sorted(Comparator.comparingLong(this::timesSuggested).thenComparing(byPromise()))
                .toList();
        return findInterleaved(rarestFirst).map(Purpose.Probe::new);
    }

    private Optional<Purpose> findTraining() {
        List<TopicWorth> worths = worths();
        return findWorthiest(worths).map(best -> training(best, worths));
    }

    private List<TopicWorth> worths() {
        return standings.weakTopics().ranking().stream().map(this::worth).toList();
    }

    private Purpose training(TopicWorth best, List<TopicWorth> worths) {
        return findGap(best.standing())
                .filter(gap -> !isJustHad(gap.topic()))
                .<Purpose>map(gap -> new Purpose.Foundation(gap, best.standing()))
                .orElseGet(() -> new Purpose.Training(best, worths));
    }

    /** With a success that we hold possible, the likelier the more often. */
    private TopicWorth worth(TopicStanding standing) {
        double noise = LOGIT_TO_SUCCESS * standing.doubt() * luck.getOrDefault(standing.topic(), 0.0);
        return TopicWorth.of(standing, noise, standings.border(), standing.daysSince(moment));
    }

    /** The topic that is worth most to train now. */
    Optional<TopicWorth> findWorthiest() {
        return findWorthiest(worths());
    }

    /** Of those that are clearly weak, or else of all; the topic just suggested or practised only when there is no other. */
    private Optional<TopicWorth> findWorthiest(List<TopicWorth> worths) {
        return worthiest(worths, standing -> isClearlyWeak(standing) && !isJustHad(standing.topic()))
                .or(() -> worthiest(worths, standing -> !isJustHad(standing.topic())))
                .or(() -> worthiest(worths, _ -> true));
    }

    /** The topic that would have been the one, had it not just been suggested or practised. */
    Optional<TopicStanding> findPassedOver(Purpose.Training training) {
        return worthiest(training.worths(), standing -> standings.clearlyWeak().isEmpty() || isClearlyWeak(standing))
                .filter(first -> !first.equals(training.best())
                        && isJustHad(first.standing().topic()))
                .map(TopicWorth::standing);
    }

    private Optional<TopicWorth> worthiest(List<TopicWorth> worths, Predicate<TopicStanding> isWanted) {
        Optional<TopicWorth> best = Optional.empty();
        for (TopicWorth worth : worths) {
            if ((best.isEmpty() || worth.total() > best.get().total())
                    && isWanted.test(worth.standing())
                    && shelf.has(worth.standing().topic())) {
                best = Optional.of(worth);
            }
        }
        return best;
    }

    private boolean isClearlyWeak(TopicStanding standing) {
        return standings.clearlyWeak().contains(standing.topic());
    }

    /** The first with a question left; the topic just suggested or practised only when there is no other. */
    private Optional<TopicStanding> findInterleaved(List<TopicStanding> ranked) {
        return ranked.stream()
                .filter(standing -> !isJustHad(standing.topic()) && shelf.has(standing.topic()))
                .findFirst()
                .or(() -> ranked.stream()
                        .filter(standing -> shelf.has(standing.topic()))
                        .findFirst());
    }

    /** Whether the question before asks about the topic, as the one it is to train or besides. */
    private boolean isJustHad(TopicSlug topic) {
        return before.isEmpty()
                ? standings.justPractised().contains(topic)
                : before.getLast().option().question().topics().contains(topic);
    }

    /** Known prerequisites first; then, for a newcomer, the easiest topic, otherwise the one that tells most. */
    private Comparator<TopicStanding> byPromise() {
        ToDoubleFunction<TopicStanding> lead = standings.isNewcomer()
                ? standing -> -standing.mastery().value()
                : standing ->
                        Math.abs(standing.mastery().value() - Target.usual().toFindOut());
        return Comparator.comparingLong(standings::unknownPrerequisites)
                .thenComparingDouble(lead)
                .thenComparing(TopicStanding::topic);
    }

    private Optional<TopicStanding> findGap(TopicStanding standing) {
        return standings.findGap(standing, shelf::has);
    }

    private long timesSuggested(TopicStanding standing) {
        return before.stream()
                .filter(suggestion -> suggestion.topic().equals(standing.topic()))
                .count();
    }
}
