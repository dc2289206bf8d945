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

/** The questions that may be suggested now, and which of them suits best. What is taken from it is gone. */
final class Shelf {

    /** A question answered within that many attempts is not suggested again. */
    private static final int JUST_SEEN = 5;

    /** A question must suit that much better, times the share of its time that goes to other topics. */
    private static final double SHARED = .4;

    /** So much farther from the target makes no difference that one would notice. */
    private static final double ABOUT_AS_NEAR = .05;

    /** A question of a kind that was suggested lately must suit that much better, each time. */
    private static final double SAME_KIND = .03;

    private static final int LATELY = 3;

    private final Landscape landscape;
    private final Wishes wishes;

    /** Wanted levels before others, unseen questions before failed ones, these before answered ones. */
    private final Comparator<Option> byRights;

    private final Map<TopicSlug, List<Option>> openByTopic = new HashMap<>();
    private final Set<QuestionId> taken = new HashSet<>();
    private final List<Kind> kinds = new ArrayList<>();

    Shelf(Landscape landscape, Wishes wishes) {
        this.landscape = landscape;
        this.wishes = wishes;
        byRights = Comparator.comparing((Option option) -> !wishes.welcomes(option))
                .thenComparing(option -> !option.past().isNone())
                .thenComparing(option -> !option.past().isFailedLast());
    }

    /**
     * A question, and the rivals of equal rights that it was chosen among.
     *
     * @param target the success that was aimed for
     * @param nearest of all rivals the one whose predicted success is nearest the target, perhaps itself
     */
    record Pick(Option option, Among among, double target, Option nearest) {}

    boolean has(TopicSlug topic) {
        return onShelf(topic).stream()
                .anyMatch(option -> !taken.contains(option.question().id()));
    }

    void take(Option option) {
        taken.add(option.question().id());
        kinds.add(option.kind());
    }

    /** The question nearest the target; of several that are, one on few topics, and of a kind that was not had lately. */
    Pick nearest(TopicSlug topic, double target) {
        return pick(
                topic,
                target,
                byDistance(target).thenComparingDouble(Shelf::sharedTime).thenComparingLong(this::timesLately));
    }

    /** Of the questions that are about as near the target as the nearest, one on few topics: it tells most about this one. */
    Pick nearby(TopicSlug topic, double target) {
        double nearest = distance(nearest(topic, target).nearest(), target);
        return pick(
                topic,
                target,
                Comparator.comparing((Option option) -> distance(option, target) > nearest + ABOUT_AS_NEAR)
                        .thenComparingDouble(Shelf::sharedTime)
                        .thenComparing(byDistance(target))
                        .thenComparingLong(this::timesLately));
    }

    /** A question near the target, with little time for other topics, and of a kind that was not had lately. */
    Pick best(TopicSlug topic, double target) {
        return pick(topic, target, bySuitability(target));
    }

    /** What is about to be forgotten, or was; of wanted levels only, where the learner chose some. */
    Optional<Pick> findDue(double target) {
        List<Option> due = landscape.answered().stream()
                .filter(option -> option.past().isDueAt(landscape.moment()))
                .filter(option -> isOpen(option) && wishes.welcomes(option))
                .toList();
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(pick(Among.Group.DUE, due, target, bySuitability(target)));
    }

    /** How often questions of that kind were suggested of late. */
    long timesLately(Option option) {
        return kinds.subList(Math.max(0, kinds.size() - LATELY), kinds.size()).stream()
                .filter(option.kind()::equals)
                .count();
    }

    private Pick pick(TopicSlug topic, double target, Comparator<Option> suitability) {
        List<Option> open = open(topic);
        Option first = open.stream().min(byRights).orElseThrow();
        List<Option> rivals = open.stream()
                .filter(option -> byRights.compare(option, first) == 0)
                .toList();
        return pick(Among.Group.of(first), rivals, target, suitability);
    }

    private Pick pick(Among.Group group, List<Option> rivals, double target, Comparator<Option> suitability) {
        Option best = first(rivals, suitability);
        return new Pick(
                best, new Among(group, rivals.size(), wishes.chose(best)), target, first(rivals, byDistance(target)));
    }

    private static Option first(List<Option> rivals, Comparator<Option> suitability) {
        return rivals.stream()
                .min(suitability
                        .thenComparingLong(option -> option.past().lastSequence())
                        .thenComparing(option -> option.question().id()))
                .orElseThrow();
    }

    private Comparator<Option> bySuitability(double target) {
        return Comparator.comparingDouble(
                option -> distance(option, target) + SHARED * sharedTime(option) + SAME_KIND * timesLately(option));
    }

    private static Comparator<Option> byDistance(double target) {
        return Comparator.comparingDouble(option -> distance(option, target));
    }

    private static double distance(Option option, double target) {
        return Math.abs(option.predicted().value() - target);
    }

    /** The part of its time that goes to other topics. */
    private static double sharedTime(Option option) {
        return 1 - 1.0 / option.question().topics().size();
    }

    private List<Option> open(TopicSlug topic) {
        return onShelf(topic).stream()
                .filter(option -> !taken.contains(option.question().id()))
                .toList();
    }

    /** What was open when the topic was first asked for. */
    private List<Option> onShelf(TopicSlug topic) {
        return openByTopic.computeIfAbsent(
                topic,
                slug -> landscape.options(slug).stream().filter(this::isOpen).toList());
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
