package dev.weakspot.web.weaktopics;

import dev.weakspot.web.service.Beliefs;
import dev.weakspot.web.service.Beliefs.Belief;
import dev.weakspot.web.service.Topic;
import dev.weakspot.web.service.WeakTopics;
import dev.weakspot.web.service.WeakTopics.WeakTopic;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All topics, as far as they are known.
 *
 * @param away whether recommendations could not be asked, so that nothing is known of what was tried
 * @param tried the weakest first
 * @param fading of those, what was not answered on for longest
 * @param untried all others by group
 */
public record WeakTopicsView(
        boolean away, List<Tried> tried, List<Tried> fading, SortedMap<String, List<Topic>> untried) {

    /** After so many days without an answer a topic is worth a look, however well it was known. */
    static final long LONG_AGO = 10;

    private static final int MOST_FADING = 6;
    private static final int SHOWN_FIRST = 10;

    /**
     * A topic that the learner has answered on.
     *
     * @param trend nothing while we have no opinion
     * @param kinds the weakest kind of question first
     * @param because why it stands where it does; not said of topics far down the ranking
     * @param daysAgo when the last answer was
     * @param restsOn what should be known first
     */
    public record Tried(
            String slug,
            String title,
            double mastery,
            double low,
            double high,
            int attempts,
            Optional<Trend> trend,
            List<WeakTopics.Kind> kinds,
            Optional<String> because,
            Optional<Long> daysAgo,
            List<Basis> restsOn) {

        /** Whether the weakness may come from a topic below. */
        public boolean hasGap() {
            return restsOn.stream().anyMatch(Basis::mayBeGap);
        }
    }

    /**
     * A topic that another one rests on.
     *
     * @param belief nothing before the first answer
     * @param mayBeGap whether it is weaker than what rests on it
     */
    public record Basis(String slug, String title, Optional<Belief> belief, boolean mayBeGap) {}

    /** How many topics there are. */
    public int topics() {
        return tried.size() + untried.values().stream().mapToInt(List::size).sum();
    }

    /** How many of the tried topics are shown at once. */
    public int first() {
        return Math.min(SHOWN_FIRST, tried.size());
    }

    public long count(Trend trend) {
        return tried.stream()
                .filter(topic -> topic.trend().filter(trend::equals).isPresent())
                .count();
    }

    /**
     * What is known of all topics.
     *
     * @param ranking nothing while recommendations are away
     * @param today where the learner is
     */
    static WeakTopicsView of(
            Optional<WeakTopics> ranking,
            Optional<Beliefs> beliefs,
            Map<String, Topic> topics,
            LocalDate today,
            ZoneId zone) {
        List<WeakTopic> ranked = ranking.map(WeakTopics::items).orElse(List.of());
        List<Belief> believed = beliefs.map(Beliefs::items).orElse(List.of());
        var known = new Known(
                believed.stream().collect(Collectors.toMap(Belief::topic, belief -> belief)), topics, today, zone);
        Set<String> inRanking = ranked.stream().map(WeakTopic::topic).collect(Collectors.toSet());
        List<Tried> tried = Stream.concat(
                        ranked.stream().map(known::tried),
                        believed.stream()
                                .filter(belief -> ranking.isPresent() && !inRanking.contains(belief.topic()))
                                .filter(belief -> topics.containsKey(belief.topic()))
                                .sorted(Comparator.comparingDouble(Belief::mastery))
                                .map(known::tried))
                .toList();
        Set<String> triedSlugs = tried.stream().map(Tried::slug).collect(Collectors.toSet());
        return new WeakTopicsView(ranking.isEmpty(), tried, fading(tried), without(triedSlugs, topics));
    }

    private static List<Tried> fading(List<Tried> tried) {
        return tried.stream()
                .filter(topic ->
                        topic.daysAgo().filter(days -> days >= LONG_AGO).isPresent())
                .sorted(Comparator.comparing((Tried topic) -> topic.daysAgo().orElse(0L))
                        .reversed())
                .limit(MOST_FADING)
                .toList();
    }

    private static SortedMap<String, List<Topic>> without(Set<String> tried, Map<String, Topic> topics) {
        return topics.values().stream()
                .filter(topic -> !tried.contains(topic.slug()))
                .sorted(Comparator.comparing(Topic::title))
                .collect(Collectors.groupingBy(Topic::group, TreeMap::new, Collectors.toList()));
    }

    private record Known(Map<String, Belief> beliefs, Map<String, Topic> topics, LocalDate today, ZoneId zone) {

        Tried tried(WeakTopic topic) {
            return new Tried(
                    topic.topic(),
                    topic.title(),
                    topic.mastery(),
                    topic.low(),
                    topic.high(),
                    topic.attempts(),
                    Trend.find(topic.trend()),
                    topic.kinds(),
                    Optional.of(topic.because()),
                    daysAgo(topic.topic()),
                    restsOn(topic.topic(), topic.mastery()));
        }

        Tried tried(Belief belief) {
            return new Tried(
                    belief.topic(),
                    belief.title(),
                    belief.mastery(),
                    belief.low(),
                    belief.high(),
                    belief.attempts(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    daysAgo(belief.topic()),
                    restsOn(belief.topic(), belief.mastery()));
        }

        private Optional<Long> daysAgo(String topic) {
            return Optional.ofNullable(beliefs.get(topic))
                    .map(belief -> LocalDate.ofInstant(belief.lastAnsweredAt(), zone))
                    .map(day -> Math.max(0, ChronoUnit.DAYS.between(day, today)));
        }

        private List<Basis> restsOn(String topic, double mastery) {
            return Optional.ofNullable(topics.get(topic)).map(Topic::prerequisites).orElse(List.of()).stream()
                    .map(slug -> basis(slug, mastery))
                    .toList();
        }

        private Basis basis(String slug, double masteryAbove) {
            Optional<Belief> belief = Optional.ofNullable(beliefs.get(slug));
            return new Basis(
                    slug,
                    Optional.ofNullable(topics.get(slug)).map(Topic::title).orElse(slug),
                    belief,
                    belief.filter(below -> below.mastery() < masteryAbove).isPresent());
        }
    }
}
