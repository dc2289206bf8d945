package dev.weakspot.model.goal;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.goal.StudyPlan.Day;
import dev.weakspot.model.goal.StudyPlan.Portion;
import dev.weakspot.model.goal.StudyPlan.Sacrifice;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes one plan. Question by question, the time goes where it adds most to readiness; the order of these questions does not
 * depend on how much time there is, so more time is a longer beginning of the same list, and never makes less ready.
 */
final class Planner {

    /** From there on practice is better spent elsewhere. */
    private static final double KNOWN = .95;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final LocalDate today;
    private final LocalDate day;
    private final long days;
    private final long secondsPerDay;
    private final List<Share> shares;

    Planner(Goal goal, List<GoalTopic> topics, LocalDate today) {
        this.today = today;
        day = goal.day();
        days = goal.daysFrom(today);
        secondsPerDay = goal.perDay().toSeconds();
        shares = topics.stream()
                .map(topic -> new Share(topic, new Prospect(topic, days)))
                .toList();
    }

    /** What a topic gets of the time. Mutable. */
    private static final class Share {

        final GoalTopic topic;
        final Prospect prospect;
        int questions;
        double success;
        double worth;

        Share(GoalTopic topic, Prospect prospect) {
            this.topic = topic;
            this.prospect = prospect;
            success = prospect.success(0);
            worth = worthOfNext();
        }

        long seconds() {
            return topic.perQuestion().toSeconds();
        }

        void addQuestion() {
            questions++;
            success = prospect.success(questions);
            worth = worthOfNext();
        }

        /** By how much one more question raises success, per second. */
        private double worthOfNext() {
            return (prospect.success(questions + 1) - success) / seconds();
        }
    }

    /** One question of the plan, and where among its topic's it stands, from 0 to 1. */
    private record Turn(GoalTopic topic, double place) {}

    StudyPlan plan() {
        Estimate withoutPractice = readiness();
        shareOut();
        Estimate readiness = readiness();
        return new StudyPlan(readiness, withoutPractice, days(), dropFirst(), sentence(readiness, withoutPractice));
    }

    private void shareOut() {
        var byWorth = new PriorityQueue<Share>(
                Comparator.comparingDouble((Share share) -> -share.worth).thenComparing(share -> share.topic.topic()));
        shares.stream().filter(Planner::isOpen).forEach(byWorth::add);
        long left = days * secondsPerDay;
        Optional<Share> next = Optional.ofNullable(byWorth.poll());
        while (next.isPresent() && next.get().seconds() <= left) {
            Share share = next.get();
            share.addQuestion();
            left -= share.seconds();
            if (isOpen(share)) {
                byWorth.add(share);
            }
            next = Optional.ofNullable(byWorth.poll());
        }
    }

    private static boolean isOpen(Share share) {
        return !isKnown(share) && share.questions < share.topic.questions();
    }

    private static boolean isKnown(Share share) {
        return share.success >= KNOWN;
    }

    private String sentence(Estimate readiness, Estimate withoutPractice) {
        String expected = "%s (%s to %s) of the questions right on %s"
                .formatted(
                        percent(readiness.value()),
                        percent(readiness.low()),
                        percent(readiness.high()),
                        day.format(DAY));
        if (shares.stream().allMatch(share -> share.questions == 0)) {
            return "Nothing is planned, because %s; we expect you to get %s.".formatted(whyNothing(), expected);
        }
        boolean isAllPlanned =
                shares.stream().noneMatch(Planner::isOpen) && !shares.stream().allMatch(Planner::isKnown);
        return "If you practise as planned, we expect you to get %s, and without practice %s%s."
                .formatted(
                        expected,
                        percent(withoutPractice.value()),
                        isAllPlanned ? "; all questions there are to learn from are in the plan" : "");
    }

    private String whyNothing() {
        if (days == 0) {
            return "the day is today";
        }
        if (shares.stream().allMatch(Planner::isKnown)) {
            return "you will know every topic well enough without practice";
        }
        return shares.stream().noneMatch(Planner::isOpen)
                ? "there is no question on what you do not know yet"
                : "the time is too short for the question that would add most";
    }

    /** Never 0 and never 100: nothing is certain. */
    private static String percent(double success) {
        return Math.clamp(Math.round(100 * success), 1, 99) + " %";
    }

    /** Doubts about single topics have the learner's level in common: they are not taken to cancel out. */
    private Estimate readiness() {
        return Estimate.of(mean(Estimate::value), mean(Estimate::low), mean(Estimate::high));
    }

    private double mean(Function<Estimate, Double> number) {
        return shares.stream()
                .map(share -> share.prospect.estimate(share.questions))
                .mapToDouble(number::apply)
                .average()
                .orElseThrow();
    }

    /** Every topic comes back as evenly as it can: spaced, and mixed with the others. */
    private List<Day> days() {
        List<Turn> turns = shares.stream()
                .flatMap(share -> IntStream.range(0, share.questions)
                        .mapToObj(number -> new Turn(share.topic, (number + .5) / share.questions)))
                .sorted(Comparator.comparingDouble(Turn::place)
                        .thenComparing(turn -> turn.topic().topic()))
                .toList();
        long all = turns.stream()
                .mapToLong(turn -> turn.topic().perQuestion().toSeconds())
                .sum();
        List<List<Turn>> byDay = new ArrayList<>();
        for (long day = 0; day < days; day++) {
            byDay.add(new ArrayList<>());
        }
        long begin = 0;
        for (Turn turn : turns) {
            byDay.get((int) (begin * days / all)).add(turn);
            begin += turn.topic().perQuestion().toSeconds();
        }
        return IntStream.range(0, byDay.size())
                .mapToObj(day -> new Day(today.plusDays(day), portions(byDay.get(day))))
                .toList();
    }

    private static List<Portion> portions(List<Turn> turns) {
        Map<TopicSlug, Portion> portions = new LinkedHashMap<>();
        for (Turn turn : turns) {
            TopicSlug topic = turn.topic().topic();
            portions.merge(
                    topic,
                    new Portion(topic, 1, turn.topic().perQuestion()),
                    (some, more) -> new Portion(
                            topic,
                            some.questions() + more.questions(),
                            some.time().plus(more.time())));
        }
        return portions.values().stream()
                .sorted(Comparator.comparing(Portion::time).reversed().thenComparing(Portion::topic))
                .toList();
    }

    private List<Sacrifice> dropFirst() {
        return shares.stream()
                .filter(share -> share.questions > 0)
                .map(this::sacrifice)
                .sorted(Comparator.comparingDouble((Sacrifice sacrifice) ->
                                sacrifice.readinessLost() / sacrifice.saved().toSeconds())
                        .thenComparing(Sacrifice::topic))
                .toList();
    }

    private Sacrifice sacrifice(Share share) {
        Duration saved = share.topic.perQuestion().multipliedBy(share.questions);
        double lost = (share.success - share.prospect.success(0)) / shares.size();
        return new Sacrifice(share.topic.topic(), share.topic.title(), saved, lost);
    }
}
