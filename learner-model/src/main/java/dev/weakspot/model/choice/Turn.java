package dev.weakspot.model.choice;

import dev.weakspot.model.TopicSlug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Decides what the next suggestion is for. Belongs to one thread. */
final class Turn {

    /** Turns doubt on the logit scale into what is added to success. Half the logistic function's slope explores enough. */
    private static final double LOGIT_TO_SUCCESS = .12;

    /** While some topics are clearly weak, others are looked at for the first time only so often. */
    private static final int PROBE_EVERY = 3;

    /** More reviews would leave too little time for what is new. */
    private static final int REVIEW_EVERY = 4;

    private final Standings standings;
    private final Shelf shelf;
    private final Target target;
    private final Instant moment;
    private final long number;
    private final List<Suggestion> before;
    private final Supplier<Map<TopicSlug, Double>> luck;

    /** Of each practised topic, in the order of their ranking, and what was drawn for them. Once it was asked for. */
    private List<TopicWorth> worths = List.of();

    private Map<TopicSlug, Double> drawn = Map.of();

    /**
     * A turn.
     *
     * @param number of the suggestion, counted on from the learner's attempts
     * @param before the suggestions before it, in the same list
     * @param luck for each topic, a number from the standard normal distribution
     */
    Turn(
            Standings standings,
            Shelf shelf,
            Target target,
            Instant moment,
            long number,
            List<Suggestion> before,
            Supplier<Map<TopicSlug, Double>> luck) {
        this.standings = standings;
        this.shelf = shelf;
        this.target = target;
        this.moment = moment;
        this.number = number;
        this.before = before;
        this.luck = luck;
    }

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
        record Training(TopicWorth best) implements Purpose {

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

    Standings standings() {
        return standings;
    }

    /** The same turn, had we other expectations of the learner on one topic that they practise. */
    Turn expecting(TopicSlug topic, double mastery) {
        Standings others = standings.expecting(topic, mastery);
        List<TopicWorth> changed = new ArrayList<>(worths());
        changed.remove(standings.weakTopics().rank(topic) - 1);
        changed.add(others.weakTopics().rank(topic) - 1, worth(others.of(topic)));
        Turn turn = new Turn(others, shelf, target, moment, number, before, luck);
        turn.worths = changed;
        turn.drawn = drawn;
        return turn;
    }

    /** The same turn, if all were as we expect. */
    Turn withoutLuck() {
        return new Turn(standings, shelf, target, moment, number, before, Map::of);
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
        return findInterleaved(() -> standings.untried().stream()
                        .filter(standing -> timesSuggested(standing) == 0
                                && findGap(standing).isEmpty()))
                .map(Purpose.Probe::new);
    }

    /** When nothing else is left: all that is practised was trained before. */
    private Optional<Purpose> findProbeAgain() {
        return findInterleaved(
                        () -> standings.untried().stream().sorted(Comparator.comparingLong(this::timesSuggested)))
                .map(Purpose.Probe::new);
    }

    private Optional<Purpose> findTraining() {
        return findWorthiest().map(this::training);
    }

    private List<TopicWorth> worths() {
        if (worths.isEmpty() && !standings.isNewcomer()) {
            drawn = luck.get();
            worths = standings.weakTopics().ranking().stream().map(this::worth).toList();
        }
        return worths;
    }

    private Purpose training(TopicWorth best) {
        return findGap(best.standing())
                .filter(gap -> !isJustHad(gap.topic()))
                .<Purpose>map(gap -> new Purpose.Foundation(gap, best.standing()))
                .orElseGet(() -> new Purpose.Training(best));
    }

    /** With a success that we hold possible, the likelier the more often. */
    private TopicWorth worth(TopicStanding standing) {
        double noise = LOGIT_TO_SUCCESS * standing.doubt() * drawn.getOrDefault(standing.topic(), 0.0);
        return TopicWorth.of(standing, noise, standing.daysSince(moment));
    }

    /** The topic that is worth most to train now: of those that are clearly weak, or else of all; the topic just suggested or practised only when there is no other. */
    Optional<TopicWorth> findWorthiest() {
        return worthiest(standing -> isClearlyWeak(standing) && !isJustHad(standing.topic()))
                .or(() -> worthiest(standing -> !isJustHad(standing.topic())))
                .or(() -> worthiest(_ -> true));
    }

    /** The topic that would have been the one, had it not just been suggested or practised. */
    Optional<TopicStanding> findPassedOver(Purpose.Training training) {
        return worthiest(standing -> standings.clearlyWeak().isEmpty() || isClearlyWeak(standing))
                .filter(first -> !first.equals(training.best())
                        && isJustHad(first.standing().topic()))
                .map(TopicWorth::standing);
    }

    private Optional<TopicWorth> worthiest(Predicate<TopicStanding> isWanted) {
        Optional<TopicWorth> best = Optional.empty();
        double most = Double.NEGATIVE_INFINITY;
        for (TopicWorth worth : worths()) {
            double total = worth.total(standings.border());
            if (total > most
                    && isWanted.test(worth.standing())
                    && shelf.has(worth.standing().topic())) {
                best = Optional.of(worth);
                most = total;
            }
        }
        return best;
    }

    private boolean isClearlyWeak(TopicStanding standing) {
        return standings.clearlyWeak().contains(standing.topic());
    }

    /** The first with a question left; the topic just suggested or practised only when there is no other. */
    private Optional<TopicStanding> findInterleaved(Supplier<Stream<TopicStanding>> ranked) {
        return ranked.get()
                .filter(standing -> !isJustHad(standing.topic()) && shelf.has(standing.topic()))
                .findFirst()
                .or(() -> ranked.get()
                        .filter(standing -> shelf.has(standing.topic()))
                        .findFirst());
    }

    /** Whether the question before asks about the topic, as the one it is to train or besides. */
    private boolean isJustHad(TopicSlug topic) {
        return before.isEmpty()
                ? standings.justPractised().contains(topic)
                : before.getLast().option().question().topics().contains(topic);
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
