package dev.weakspot.model.choice;

import dev.weakspot.model.TopicSlug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Chooses the next questions: two of three train a topic that may be the weakest, one of three looks at a topic not tried yet.
 *
 * <p>Which topic may be the weakest is drawn by Thompson sampling (W. Thompson, Biometrika 25, 1933): a topic's chance is our
 * belief that it is the weakest one. Always drilling the topic that looks weakest would learn less and never find out that
 * another one is weaker. Inside a topic the question whose predicted success is nearest a target that is hard, but not
 * discouraging (R. Wilson et al., "The eighty five percent rule for optimal learning", Nature Communications 10, 2019, for why
 * there is one; the target itself comes from simulation). Neighbours train different topics (D. Rohrer, "Interleaving helps
 * students distinguish among similar concepts", Educational Psychology Review 24, 2012).
 *
 * <p>Deterministic: the same landscape, count and seed give the same questions. Stateless; threads may share it.
 */
public final class NextQuestions {

    /** Success we aim for when training. */
    static final double TARGET = .6;

    /** Success that tells most about a topic not tried yet. */
    static final double PROBE_TARGET = .5;

    /** A question answered within that many attempts is not suggested again. */
    static final int JUST_SEEN = 5;

    /** Below it a topic is too weak to build on. */
    static final double WEAK_FOUNDATION = .5;

    /** The first that many topics of the ranking are called weak. */
    static final int CALLED_WEAK = 3;

    /** Mean slope of the logistic function: turns doubt on the logit scale into doubt about success. */
    private static final double LOGIT_TO_SUCCESS = .22;

    /** A step in the ranking so high that sampling beyond it would waste the learner's time. */
    private static final double CLIFF = .15;

    private static final int PROBE_EVERY = 3;

    /**
     * The next questions, in the order in which to answer them: fewer than {@code count} when there are no more that were not
     * just seen.
     */
    public List<Suggestion> choose(Landscape landscape, int count, long seed) {
        // Random begins alike for neighbouring seeds, and a learner's seeds are neighbours.
        long scattered = new SplittableRandom(seed).nextLong();
        Draft draft = new Draft(landscape, new Random(scattered));
        while (draft.suggestions.size() < count) {
            Optional<Suggestion> next = draft.findNext();
            if (next.isEmpty()) {
                break;
            }
            draft.suggestions.add(next.get());
        }
        return List.copyOf(draft.suggestions);
    }

    /** One list in the making. */
    private static final class Draft {

        private final Landscape landscape;
        private final Random random;
        private final List<TopicStanding> standings;
        private final WeakTopics weakTopics;
        private final Set<TopicSlug> clearlyWeak;
        private final Set<TopicSlug> weakFoundations = new HashSet<>();
        private final Set<TopicSlug> unpractised = new HashSet<>();
        private final Map<TopicSlug, List<Option>> optionsByTopic = new HashMap<>();
        private final List<Suggestion> suggestions = new ArrayList<>();

        Draft(Landscape landscape, Random random) {
            this.landscape = landscape;
            this.random = random;
            standings = landscape.topics();
            weakTopics = WeakTopics.of(standings);
            clearlyWeak = clearlyWeak(weakTopics.ranking());
            for (TopicStanding standing : standings) {
                if (!standing.isPractised()) {
                    unpractised.add(standing.topic());
                } else if (standing.mastery().value() < WEAK_FOUNDATION) {
                    weakFoundations.add(standing.topic());
                }
            }
        }

        Optional<Suggestion> findNext() {
            boolean isProbeTurn = suggestions.size() % PROBE_EVERY == PROBE_EVERY - 1;
            Optional<Suggestion> planned = isProbeTurn ? findProbe().or(this::findTraining) : findTraining();
            return planned.or(this::findProbe).or(this::findAnything);
        }

        private Optional<Suggestion> findTraining() {
            List<TopicStanding> open = interleaved(weakTopics.ranking());
            List<TopicStanding> surelyWeak = open.stream()
                    .filter(standing -> clearlyWeak.contains(standing.topic()))
                    .toList();
            return (surelyWeak.isEmpty() ? open : surelyWeak)
                    .stream()
                            .map(this::draw)
                            .min(Comparator.comparingDouble(Draw::success))
                            .map(draw -> training(draw.standing()));
        }

        /** One of the successes that we hold possible, the likelier the more often. */
        private Draw draw(TopicStanding standing) {
            double noise = LOGIT_TO_SUCCESS * standing.doubt() * random.nextGaussian();
            return new Draw(standing, standing.mastery().value() + noise);
        }

        private record Draw(TopicStanding standing, double success) {}

        /** A topic not tried yet, once in a list, whose prerequisites bear it. */
        private Optional<Suggestion> findProbe() {
            return interleaved(standings).stream()
                    .filter(standing -> !standing.isPractised() && timesSuggested(standing) == 0)
                    .filter(standing -> standing.prerequisites().stream().noneMatch(weakFoundations::contains))
                    .min(byPromise())
                    .map(this::probe);
        }

        private Optional<Suggestion> findAnything() {
            return interleaved(standings).stream()
                    .min(Comparator.comparingLong(this::timesSuggested).thenComparing(byPromise()))
                    .map(standing -> standing.isPractised() ? training(standing) : probe(standing));
        }

        /** Topics with a question left, without the last one's topic where there is a choice. */
        private List<TopicStanding> interleaved(List<TopicStanding> standings) {
            List<TopicStanding> open = standings.stream()
                    .filter(standing -> !options(standing.topic()).isEmpty())
                    .toList();
            if (suggestions.isEmpty() || open.size() < 2) {
                return open;
            }
            TopicSlug last = suggestions.getLast().topic();
            return open.stream()
                    .filter(standing -> !standing.topic().equals(last))
                    .toList();
        }

        /** Known prerequisites first; then, for a newcomer, the easiest topic, otherwise the one that tells most. */
        private Comparator<TopicStanding> byPromise() {
            ToDoubleFunction<TopicStanding> lead = isNewcomer()
                    ? standing -> -standing.mastery().value()
                    : standing -> Math.abs(standing.mastery().value() - PROBE_TARGET);
            return Comparator.comparingLong(this::unknownPrerequisites)
                    .thenComparingDouble(lead)
                    .thenComparing(TopicStanding::topic);
        }

        private boolean isNewcomer() {
            return weakTopics.ranking().isEmpty();
        }

        private long unknownPrerequisites(TopicStanding standing) {
            // One that is not in the landscape this learner is not led to: it is not waited for.
            return standing.prerequisites().stream()
                    .filter(unpractised::contains)
                    .count();
        }

        private long timesSuggested(TopicStanding standing) {
            return suggestions.stream()
                    .filter(suggestion -> suggestion.topic().equals(standing.topic()))
                    .count();
        }

        private Suggestion training(TopicStanding standing) {
            Option option = nearest(standing.topic(), TARGET);
            Reason topic = weakTopics.rank(standing.topic()) <= CALLED_WEAK
                    ? weakTopics.reason(standing)
                    : new Reason.UncertainTopic(standing.title(), standing.mastery(), standing.attempts());
            Reason difficulty = new Reason.TargetDifficulty(option.predicted().value(), TARGET);
            return new Suggestion(option, standing.topic(), List.of(topic, difficulty, history(option.past())));
        }

        private Suggestion probe(TopicStanding standing) {
            Option option = nearest(standing.topic(), isNewcomer() ? 1 : PROBE_TARGET);
            double predicted = option.predicted().value();
            Reason difficulty = isNewcomer()
                    ? new Reason.EasyStart(predicted)
                    : new Reason.TargetDifficulty(predicted, PROBE_TARGET);
            Reason topic = new Reason.UnseenTopic(standing.title(), standing.mastery());
            return new Suggestion(option, standing.topic(), List.of(topic, difficulty, history(option.past())));
        }

        private Reason history(PastTries past) {
            long ago = landscape.sequence() - past.lastSequence() + 1;
            if (past.isNone()) {
                return new Reason.NotSeenYet();
            }
            return past.isFailedLast()
                    ? new Reason.FailedLastTime(past.lastScore(), ago)
                    : new Reason.AnsweredBefore(ago);
        }

        /** Unseen questions come before failed ones, these before answered ones. */
        private Option nearest(TopicSlug topic, double target) {
            return options(topic).stream()
                    .min(Comparator.comparing((Option option) -> !option.past().isNone())
                            .thenComparing(option -> !option.past().isFailedLast())
                            .thenComparingDouble(
                                    option -> Math.abs(option.predicted().value() - target))
                            .thenComparingLong(option -> option.past().lastSequence())
                            .thenComparing(option -> option.question().id()))
                    .orElseThrow();
        }

        private List<Option> options(TopicSlug topic) {
            List<Option> options = optionsByTopic.computeIfAbsent(topic, landscape::options);
            return options.stream().filter(this::isOpen).toList();
        }

        private boolean isOpen(Option option) {
            PastTries past = option.past();
            boolean isJustSeen = !past.isNone() && past.lastSequence() > landscape.sequence() - JUST_SEEN;
            return !isJustSeen
                    && suggestions.stream()
                            .noneMatch(
                                    suggestion -> suggestion.option().question().equals(option.question()));
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
}
