package dev.weakspot.model.choice;

import dev.weakspot.model.Kind;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The questions that may be suggested now, and which of them suits best. What is taken from it is gone. */
final class Shelf {

    /** A question answered within that many attempts is not suggested again. */
    private static final int JUST_SEEN = 5;

    /** A question that shares its time with another topic must suit that much better, per topic. */
    private static final double SHARED = .2;

    /** A question of a kind that was suggested lately must suit that much better, each time. */
    private static final double SAME_KIND = .03;

    private static final int LATELY = 3;

    private final Landscape landscape;
    private final Wishes wishes;
    private final Map<TopicSlug, List<Option>> openByTopic = new HashMap<>();
    private final Set<QuestionId> taken = new HashSet<>();
    private final List<Kind> kinds = new ArrayList<>();

    Shelf(Landscape landscape, Wishes wishes) {
        this.landscape = landscape;
        this.wishes = wishes;
    }

    boolean has(TopicSlug topic) {
        return !open(topic).isEmpty();
    }

    void take(Option option) {
        taken.add(option.question().id());
        kinds.add(option.kind());
    }

    /** Wanted levels before others, unseen questions before failed ones, these before answered ones; then what suits best. */
    Option best(TopicSlug topic, double target) {
        return best(topic, option -> misfit(option, target) + repetition(option));
    }

    /** Whether another question would have been the best, had not too many of its kind been suggested lately. */
    boolean isChosenForItsKind(Option option, TopicSlug topic, double target) {
        Option best = best(topic, other -> misfit(other, target));
        return !option.question().id().equals(best.question().id());
    }

    /** What is about to be forgotten, or was: of all that is due, what suits best. */
    Optional<Option> findDue(double target) {
        return landscape.answered().stream()
                .filter(option -> option.past().isDueAt(landscape.moment()) && isOpen(option))
                .min(Comparator.comparingDouble((Option option) -> misfit(option, target))
                        .thenComparing(option -> option.question().id()));
    }

    private Option best(TopicSlug topic, ToDoubleFunction<Option> cost) {
        return open(topic).stream()
                .min(Comparator.comparing((Option option) -> !wishes.welcomes(option))
                        .thenComparing(option -> !option.past().isNone())
                        .thenComparing(option -> !option.past().isFailedLast())
                        .thenComparingDouble(cost)
                        .thenComparingLong(option -> option.past().lastSequence())
                        .thenComparing(option -> option.question().id()))
                .orElseThrow();
    }

    private static double misfit(Option option, double target) {
        int otherTopics = option.question().topics().size() - 1;
        return Math.abs(option.predicted().value() - target) + SHARED * otherTopics;
    }

    private double repetition(Option option) {
        return SAME_KIND
                * kinds.subList(Math.max(0, kinds.size() - LATELY), kinds.size()).stream()
                        .filter(option.kind()::equals)
                        .count();
    }

    private List<Option> open(TopicSlug topic) {
        return openByTopic
                .computeIfAbsent(topic, slug -> landscape.options(slug).stream()
                        .filter(this::isOpen)
                        .toList())
                .stream()
                .filter(option -> !taken.contains(option.question().id()))
                .toList();
    }

    /** Not what was just seen, and not what was answered right today. */
    private boolean isOpen(Option option) {
        PastTries past = option.past();
        boolean isJustSeen = !past.isNone() && past.lastSequence() > landscape.sequence() - JUST_SEEN;
        return !isJustSeen
                && !past.isSettledFor(landscape.moment())
                && !taken.contains(option.question().id());
    }
}
