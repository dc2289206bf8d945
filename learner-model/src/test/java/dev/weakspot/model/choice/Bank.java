package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.model.review.Memory;
import dev.weakspot.model.review.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A small landscape, told in sentences; it is noon. */
record Bank(long sequence, Map<TopicSlug, TopicStanding> standings, Map<TopicSlug, List<Option>> byTopic)
        implements Landscape {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static Bank aBank() {
        return new Bank(0, Map.of(), Map.of());
    }

    Bank at(long newSequence) {
        return new Bank(newSequence, standings, byTopic);
    }

    /** A topic with questions whose predicted successes lie around its mastery, last practised today. */
    Bank with(String slug, double mastery, int attempts, int questionCount, String... prerequisites) {
        TopicSlug topic = new TopicSlug(slug);
        TopicStanding standing = new TopicStanding(
                topic,
                "The " + slug,
                List.of(prerequisites).stream().map(TopicSlug::new).toList(),
                new Estimate(mastery, 0, 1),
                .5,
                attempts,
                NOON.minusSeconds(60),
                Trend.NONE);
        Bank bank = with(standing);
        for (int i = 0; i < questionCount; i++) {
            bank = bank.having(slug, option(slug + "-" + i, mastery + .01 * (i - questionCount / 2), PastTries.NONE));
        }
        return bank;
    }

    Bank with(TopicStanding standing) {
        Map<TopicSlug, TopicStanding> more = new LinkedHashMap<>(standings);
        more.put(standing.topic(), standing);
        return new Bank(sequence, more, byTopic);
    }

    TopicStanding standing(TopicSlug topic) {
        return Optional.ofNullable(standings.get(topic)).orElseThrow();
    }

    /** A question of all its topics. */
    Bank having(Option option) {
        Bank bank = this;
        for (TopicSlug topic : option.question().topics()) {
            bank = bank.having(topic, option);
        }
        return bank;
    }

    /** A question of this topic alone, whatever it was about. */
    Bank having(String slug, Option option) {
        Question about = new Question(option.question().id(), List.of(new TopicSlug(slug)), 0);
        return having(
                new Option(new Candidate(about, option.kind(), option.level()), option.predicted(), option.past()));
    }

    private Bank having(TopicSlug topic, Option option) {
        Map<TopicSlug, List<Option>> more = new LinkedHashMap<>(byTopic);
        List<Option> options = new ArrayList<>(options(topic));
        options.add(option);
        more.put(topic, options);
        return new Bank(sequence, standings, more);
    }

    /** As if we knew all topics exactly. */
    Bank withoutDoubt() {
        return changing(standing -> new TopicStanding(
                standing.topic(),
                standing.title(),
                standing.prerequisites(),
                standing.mastery(),
                0,
                standing.attempts(),
                standing.lastAnsweredAt(),
                standing.trend()));
    }

    Bank lastPractised(String slug, int daysAgo) {
        return changing(standing -> standing.topic().value().equals(slug)
                ? new TopicStanding(
                        standing.topic(),
                        standing.title(),
                        standing.prerequisites(),
                        standing.mastery(),
                        standing.doubt(),
                        standing.attempts(),
                        NOON.minus(Duration.ofDays(daysAgo)),
                        standing.trend())
                : standing);
    }

    Bank expecting(String title, int percent) {
        return changing(standing -> standing.title().equals(title) ? standing.expecting(percent / 100.0) : standing);
    }

    private Bank changing(UnaryOperator<TopicStanding> change) {
        Map<TopicSlug, TopicStanding> changed = new LinkedHashMap<>();
        standings.forEach((topic, standing) -> changed.put(topic, change.apply(standing)));
        return new Bank(sequence, changed, byTopic);
    }

    /** The same, noting how often it is asked for its topics. */
    Landscape counting(AtomicInteger asked) {
        return new Landscape() {
            @Override
            public long sequence() {
                return sequence;
            }

            @Override
            public Instant moment() {
                return Bank.this.moment();
            }

            @Override
            public List<TopicStanding> topics() {
                asked.incrementAndGet();
                return Bank.this.topics();
            }

            @Override
            public List<Candidate> candidates(TopicSlug topic) {
                return Bank.this.candidates(topic);
            }

            @Override
            public PastTries past(QuestionId question) {
                return Bank.this.past(question);
            }

            @Override
            public List<Option> options(List<Candidate> candidates) {
                return Bank.this.options(candidates);
            }

            @Override
            public List<Option> answered() {
                return Bank.this.answered();
            }
        };
    }

    @Override
    public Instant moment() {
        return NOON;
    }

    @Override
    public List<TopicStanding> topics() {
        return List.copyOf(standings.values());
    }

    List<Option> options(TopicSlug topic) {
        return byTopic.getOrDefault(topic, List.of());
    }

    @Override
    public List<Candidate> candidates(TopicSlug topic) {
        return options(topic).stream().map(Option::candidate).toList();
    }

    @Override
    public PastTries past(QuestionId question) {
        return all().filter(option -> option.question().id().equals(question))
                .findFirst()
                .map(Option::past)
                .orElse(PastTries.NONE);
    }

    @Override
    public List<Option> options(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> all().filter(option -> option.candidate().equals(candidate))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private Stream<Option> all() {
        return byTopic.values().stream().flatMap(List::stream);
    }

    @Override
    public List<Option> answered() {
        return all().filter(option -> !option.past().isNone()).distinct().toList();
    }

    /** The newest of them yesterday. */
    static PastTries tries(int attempts, double lastScore, long lastSequence) {
        return tries(attempts, lastScore, lastSequence, Duration.ofDays(1));
    }

    static PastTries tries(int attempts, double lastScore, long lastSequence, Duration ago) {
        Memory memory = Memory.first(Rating.ofScore(lastScore), NOON.minus(ago));
        return new PastTries(attempts, lastScore, lastSequence, memory);
    }

    static Option option(String id, double predicted, PastTries past) {
        return option(id, predicted, past, "any", "mid");
    }

    /** A new question on several topics. */
    static Option about(String id, double predicted, String... topics) {
        List<TopicSlug> slugs = Stream.of(topics).map(TopicSlug::new).toList();
        return option(new Question(new QuestionId(id), slugs, 0), predicted, PastTries.NONE, "any", "mid");
    }

    static Option option(String id, double predicted, PastTries past, String kind, String level) {
        Question question = new Question(new QuestionId(id), List.of(new TopicSlug("any")), 0);
        return option(question, predicted, past, kind, level);
    }

    private static Option option(Question question, double predicted, PastTries past, String kind, String level) {
        return new Option(new Candidate(question, new Kind(kind), level), new Estimate(predicted, 0, 1), past);
    }

    static List<String> topics(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> suggestion.topic().value())
                .toList();
    }

    static List<String> questions(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> suggestion.option().question().id().value())
                .toList();
    }

    static <R extends Reason> R reason(Suggestion suggestion, Class<R> type) {
        return suggestion.reasons().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    static List<String> codes(Suggestion suggestion) {
        return suggestion.reasons().stream().map(Reason::code).toList();
    }
}
