package dev.weakspot.recommendation.catalog;

import static java.util.stream.Collectors.groupingBy;

import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Candidate;
import dev.weakspot.model.choice.EvenChoice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalog at one moment. Immutable. */
public final class Catalog {

    /** More questions than that tell little new about a topic, and every learner's mastery costs a prediction of each. */
    static final int MOST_TELLING = 30;

    static final int LEAST_TELLING = 2;

    /** A learner's masteries on all topics of a collection should cost about so many predictions: half a millisecond. */
    private static final int TELLING_IN_ALL = 720;

    private final Map<TopicSlug, CatalogTopic> topics = new HashMap<>();
    private final Map<TopicCollection, List<TopicSlug>> topicsByCollection;
    private final Map<TopicSlug, String> titles = new HashMap<>();
    private final Set<TopicSlug> withdrawnTopics = new HashSet<>();
    private final Map<QuestionId, CatalogQuestion> questions = new HashMap<>();
    private final Map<TopicSlug, List<Question>> questionsByTopic = new HashMap<>();
    private final Map<QuestionId, Candidate> candidates = new HashMap<>();
    private final Map<TopicSlug, List<Candidate>> candidatesByTopic = new HashMap<>();
    private final Map<TopicSlug, List<Question>> tellingQuestions = new HashMap<>();
    private final Map<TopicSlug, Map<Kind, List<Question>>> tellingQuestionsByKind = new HashMap<>();
    private final Map<TopicSlug, Map<Kind, Integer>> countsByKind = new HashMap<>();
    private final Map<TopicSlug, List<TopicSlug>> prerequisites = new HashMap<>();

    Catalog(Collection<CatalogTopic> knownTopics, Collection<CatalogQuestion> publishedQuestions) {
        for (CatalogTopic topic : knownTopics) {
            TopicSlug slug = new TopicSlug(topic.slug());
            titles.put(slug, topic.title());
            if (topic.withdrawn()) {
                withdrawnTopics.add(slug);
            } else {
                topics.put(slug, topic);
            }
        }
        topicsByCollection = topics.keySet().stream().sorted().collect(groupingBy(TopicCollection::of));
        // One list for all questions on the same topics: the model compares neighbours' topics, and that took 7 % of a
        // suggestion's time. And one kind for all of that kind: the choice compares them, and that took 8 %.
        Map<List<TopicSlug>, List<TopicSlug>> sameTopics = new HashMap<>();
        Map<String, Kind> kinds = new HashMap<>();
        publishedQuestions.stream()
                .sorted(Comparator.comparing(CatalogQuestion::level)
                        .thenComparingDouble(CatalogQuestion::difficulty)
                        .thenComparing(CatalogQuestion::id))
                .forEach(published -> add(published, sameTopics, kinds));
        questionsByTopic.replaceAll((_, all) -> List.copyOf(all));
        questionsByTopic.forEach(this::addTopic);
        candidatesByTopic.replaceAll((_, all) -> List.copyOf(all));
        topics.forEach((slug, topic) -> prerequisites.put(
                slug, topic.prerequisites().stream().map(TopicSlug::new).toList()));
    }

    private void add(
            CatalogQuestion published, Map<List<TopicSlug>, List<TopicSlug>> sameTopics, Map<String, Kind> kinds) {
        Question own = published.toQuestion();
        List<TopicSlug> about = sameTopics.computeIfAbsent(own.topics(), same -> same);
        Question question = new Question(own.id(), about, own.difficulty());
        Kind kind = kinds.computeIfAbsent(published.kind(), Kind::new);
        var candidate = new Candidate(question, kind, published.level());
        questions.put(question.id(), published);
        candidates.put(question.id(), candidate);
        for (TopicSlug topic : question.topics()) {
            questionsByTopic.computeIfAbsent(topic, _ -> new ArrayList<>()).add(question);
            candidatesByTopic.computeIfAbsent(topic, _ -> new ArrayList<>()).add(candidate);
        }
    }

    /**
     * The topics to lead a learner through who has answered on those given: all of the same collections, by slug. Who has
     * answered on nothing, or only on what is gone, begins with the default collection.
     */
    public List<TopicSlug> topicsFor(Set<TopicSlug> answered) {
        List<TopicSlug> found = answered.stream()
                .map(TopicCollection::of)
                .distinct()
                .flatMap(collection -> topics(collection).stream())
                .sorted()
                .toList();
        return found.isEmpty() ? topics(TopicCollection.DEFAULT) : found;
    }

    private List<TopicSlug> topics(TopicCollection collection) {
        return topicsByCollection.getOrDefault(collection, List.of());
    }

    public boolean has(TopicSlug topic) {
        return topics.containsKey(topic);
    }

    public boolean isWithdrawn(TopicSlug topic) {
        return withdrawnTopics.contains(topic);
    }

    /** What people call the topic, or called it before it was withdrawn; its slug when we have not heard of it yet. */
    public String title(TopicSlug topic) {
        return titles.getOrDefault(topic, topic.value());
    }

    /** What each topic builds on. */
    public Map<TopicSlug, List<TopicSlug>> prerequisites() {
        return Collections.unmodifiableMap(prerequisites);
    }

    public List<TopicSlug> prerequisites(TopicSlug topic) {
        return prerequisites.getOrDefault(topic, List.of());
    }

    public CatalogQuestion question(QuestionId id) {
        return findQuestion(id)
                .orElseThrow(() -> new IllegalArgumentException("Question " + id + " is not published."));
    }

    public Optional<CatalogQuestion> findQuestion(QuestionId id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** The published questions on the topic, by level and difficulty. */
    public List<Question> questions(TopicSlug topic) {
        return questionsByTopic.getOrDefault(topic, List.of());
    }

    /** The same, as the choice sees them. */
    public List<Candidate> candidates(TopicSlug topic) {
        return candidatesByTopic.getOrDefault(topic, List.of());
    }

    /** A published question, as the choice sees it. */
    public Optional<Candidate> findCandidate(QuestionId id) {
        return Optional.ofNullable(candidates.get(id));
    }

    /** Questions that stand for all of the topic: all, or an even choice of many. */
    public List<Question> tellingQuestions(TopicSlug topic) {
        return tellingQuestions.getOrDefault(topic, List.of());
    }

    /** Questions that stand for all of each kind on the topic. */
    public Map<Kind, List<Question>> tellingQuestionsByKind(TopicSlug topic) {
        return tellingQuestionsByKind.getOrDefault(topic, Map.of());
    }

    /** How many published questions there are of a kind on the topic. */
    public int countOf(TopicSlug topic, Kind kind) {
        return countsByKind.getOrDefault(topic, Map.of()).getOrDefault(kind, 0);
    }

    private void addTopic(TopicSlug topic, List<Question> all) {
        int topicsBesides = topics(TopicCollection.of(topic)).size();
        int most = Math.clamp(TELLING_IN_ALL / Math.max(1, topicsBesides), LEAST_TELLING, MOST_TELLING);
        tellingQuestions.put(topic, EvenChoice.of(all, most));
        Map<Kind, List<Question>> byKind = all.stream()
                .collect(groupingBy(question -> new Kind(question(question.id()).kind())));
        Map<Kind, Integer> counts = new HashMap<>();
        byKind.forEach((kind, ofKind) -> counts.put(kind, ofKind.size()));
        countsByKind.put(topic, Map.copyOf(counts));
        byKind.replaceAll((_, ofKind) -> EvenChoice.of(ofKind, most));
        tellingQuestionsByKind.put(topic, Map.copyOf(byKind));
    }
}
