package dev.weakspot.model.choice;

import dev.weakspot.model.Kind;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** In simulation, with some 75 questions on a topic, who chooses among so many learns as much as who chooses among all. */
    static final int ENOUGH = 16;

    private static final Comparator<Rival> BY_DISTANCE = Comparator.comparingDouble(Rival::distance);
    private static final Comparator<Rival> MOST_SUITABLE_FIRST = Comparator.comparingDouble(Rival::unsuitability);

    private static final Comparator<Rival> LONGEST_AGO_FIRST = Comparator.comparingLong(
                    (Rival rival) -> rival.option().past().lastSequence())
            .thenComparing(rival -> rival.option().question().id());

    private final Landscape landscape;
    private final Wishes wishes;

    /** Topics found without an open question: they stay so, for what is taken does not come back. */
    private final Set<TopicSlug> exhausted = new HashSet<>();

    private final Set<QuestionId> taken = new HashSet<>();
    private final List<Kind> kinds = new ArrayList<>();

    Shelf(Landscape landscape, Wishes wishes) {
        this.landscape = landscape;
        this.wishes = wishes;
    }

    /**
     * A question, and the rivals of equal rights that it was chosen among.
     *
     * @param target the success that was aimed for
     * @param nearest of all rivals the one whose predicted success is nearest the target, perhaps itself
     */
    record Pick(Option option, Among among, double target, Option nearest) {}

    boolean has(TopicSlug topic) {
        if (exhausted.contains(topic)) {
            return false;
        }
        boolean isOpen = landscape.candidates(topic).stream().anyMatch(this::isOpen);
        if (!isOpen) {
            exhausted.add(topic);
        }
        return isOpen;
    }

    void take(Option option) {
        taken.add(option.question().id());
        kinds.add(option.kind());
    }

    /** The question nearest the target; of several that are, one on few topics, and of a kind that was not had lately. */
    Pick nearest(TopicSlug topic, double target) {
        return rivals(topic, target)
                .pick(BY_DISTANCE.thenComparingDouble(Rival::sharedTime).thenComparingLong(Rival::timesLately));
    }

    /** Of the questions that are about as near the target as the nearest, one on few topics: it tells most about this one. */
    Pick nearby(TopicSlug topic, double target) {
        Rivals rivals = rivals(topic, target);
        double nearest = rivals.nearest().distance();
        return rivals.pick(Comparator.comparing((Rival rival) -> rival.distance() > nearest + ABOUT_AS_NEAR)
                .thenComparingDouble(Rival::sharedTime)
                .thenComparing(BY_DISTANCE)
                .thenComparingLong(Rival::timesLately));
    }

    /** A question near the target, with little time for other topics, and of a kind that was not had lately. */
    Pick best(TopicSlug topic, double target) {
        return rivals(topic, target).pick(MOST_SUITABLE_FIRST);
    }

    /** What is about to be forgotten, or was; of wanted levels only, where the learner chose some. */
    Optional<Pick> findDue(double target) {
        List<Option> due = landscape.answered().stream()
                .filter(option -> option.past().isDueAt(landscape.moment()))
                .filter(option -> isOpen(option.candidate()) && wishes.welcomes(option.candidate()))
                .toList();
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(rivals(Among.Group.DUE, due, target).pick(MOST_SUITABLE_FIRST));
    }

    /** How often questions of that kind were suggested of late. */
    long timesLately(Option option) {
        return Collections.frequency(kinds.subList(Math.max(0, kinds.size() - LATELY), kinds.size()), option.kind());
    }

    /** A question that others are compared with, and what counts. */
    private record Rival(Option option, double distance, double sharedTime, long timesLately) {

        double unsuitability() {
            return distance + SHARED * sharedTime + SAME_KIND * timesLately;
        }
    }

    /** Questions with the same rights. */
    private record Rivals(Among among, double target, List<Rival> all) {

        Pick pick(Comparator<Rival> order) {
            return new Pick(first(order).option(), among, target, nearest().option());
        }

        Rival nearest() {
            return first(BY_DISTANCE);
        }

        private Rival first(Comparator<Rival> order) {
            return Collections.min(all, order.thenComparing(LONGEST_AGO_FIRST));
        }
    }

    private Rivals rivals(TopicSlug topic, double target) {
        List<Candidate> open = open(topic);
        return rivals(Among.Group.of(past(open.getFirst())), landscape.options(open), target);
    }

    private Rivals rivals(Among.Group group, List<Option> options, double target) {
        boolean isWanted = wishes.chose(options.getFirst().candidate());
        return new Rivals(
                new Among(group, options.size(), isWanted),
                target,
                options.stream().map(option -> rival(option, target)).toList());
    }

    private Rival rival(Option option, double target) {
        int topics = option.question().topics().size();
        return new Rival(option, Math.abs(option.predicted().value() - target), 1 - 1.0 / topics, timesLately(option));
    }

    /** Wanted levels before others, unseen questions before failed ones, these before answered ones. */
    private record Rights(boolean isWelcome, Among.Group group) implements Comparable<Rights> {

        static final Rights ALL = new Rights(true, Among.Group.NEW);
        static final Rights LEAST = new Rights(false, Among.Group.RIGHT);

        @Override
        public int compareTo(Rights other) {
            return isWelcome == other.isWelcome ? group.compareTo(other.group) : isWelcome ? -1 : 1;
        }
    }

    /** What is open with the most rights, up to {@value #ENOUGH}: of what is new other ones at each turn, of what was answered what was answered longest ago. */
    private List<Candidate> open(TopicSlug topic) {
        List<Candidate> first = new ArrayList<>();
        Rights most = Rights.LEAST;
        Stream<Candidate> inRounds = EvenChoice.rounds(landscape.candidates(topic), ENOUGH, turn());
        for (Candidate candidate : (Iterable<Candidate>) inRounds::iterator) {
            PastTries past = past(candidate);
            Rights rights = new Rights(wishes.welcomes(candidate), Among.Group.of(past));
            int order = rights.compareTo(most);
            if (order > 0 || !isOpen(candidate, past)) {
                continue;
            }
            if (order < 0) {
                first.clear();
                most = rights;
            }
            first.add(candidate);
            if (first.size() == ENOUGH && rights.equals(Rights.ALL)) {
                break;
            }
        }
        return first.stream()
                .sorted(Comparator.comparingLong(candidate -> past(candidate).lastSequence()))
                .limit(ENOUGH)
                .toList();
    }

    /** Always the same ones would be those that suit worst in the end: the others are taken. */
    private long turn() {
        return landscape.sequence() + taken.size();
    }

    private PastTries past(Candidate candidate) {
        return landscape.past(candidate.question().id());
    }

    private boolean isOpen(Candidate candidate) {
        return isOpen(candidate, past(candidate));
    }

    /** Not what was just seen, and not what was answered right today. */
    private boolean isOpen(Candidate candidate, PastTries past) {
        boolean isJustSeen = !past.isNone() && past.lastSequence() > landscape.sequence() - JUST_SEEN;
        return !isJustSeen
                && !past.isSettledFor(landscape.moment())
                && !taken.contains(candidate.question().id());
    }
}
