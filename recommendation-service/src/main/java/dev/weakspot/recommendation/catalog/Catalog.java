package dev.weakspot.recommendation.catalog;

import static java.util.stream.Collectors.groupingBy;

import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalog at one moment. Immutable. */
public final class Catalog {

    /** More questions than that tell nothing new about a topic, and every learner's mastery costs a prediction of each. */
    static final int TELLING_QUESTIONS = 100;

    private final Map<TopicSlug, CatalogTopic> topics = new HashMap<>();
    private final Map<TopicCollection, List<TopicSlug>> topicsByCollection;
    private final Set<TopicSlug> withdrawnTopics = new HashSet<>();
    private final Map<QuestionId, CatalogQuestion> questions = new HashMap<>();
    private final Map<TopicSlug, List<Question>> questionsByTopic = new HashMap<>();

    Catalog(Collection<CatalogTopic> knownTopics, Collection<CatalogQuestion> publishedQuestions) {
        for (CatalogTopic topic : knownTopics) {
            TopicSlug slug = new TopicSlug(topic.slug());
            if (topic.withdrawn()) {
                withdrawnTopics.add(slug);
            } else {
                topics.put(slug, topic);
            }
        }
        topicsByCollection = topics.keySet().stream().sorted().collect(groupingBy(TopicCollection::of));
        publishedQuestions.stream()
                .sorted(Comparator.comparing(CatalogQuestion::id))
                .forEach(this::add);
    }

    private void add(CatalogQuestion published) {
        Question question = published.toQuestion();
        questions.put(question.id(), published);
        for (TopicSlug topic : question.topics()) {
            questionsByTopic.computeIfAbsent(topic, _ -> new ArrayList<>()).add(question);
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

    public boolean isWithdrawn(TopicSlug topic) {
        return withdrawnTopics.contains(topic);
    }

    /** What people call the topic; its slug when we have not heard of it yet. */
    public String title(TopicSlug topic) {
        return Optional.ofNullable(topics.get(topic)).map(CatalogTopic::title).orElse(topic.value());
    }

    public List<TopicSlug> prerequisites(TopicSlug topic) {
        return Optional.ofNullable(topics.get(topic)).map(CatalogTopic::prerequisites).orElse(List.of()).stream()
                .map(TopicSlug::new)
                .toList();
    }

    public CatalogQuestion question(QuestionId id) {
        return findQuestion(id)
                .orElseThrow(() -> new IllegalArgumentException("Question " + id + " is not published."));
    }

    public Optional<CatalogQuestion> findQuestion(QuestionId id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** The published questions on the topic, by id. */
    public List<Question> questions(TopicSlug topic) {
        return List.copyOf(questionsByTopic.getOrDefault(topic, List.of()));
    }

    /** Questions that stand for all of the topic: all, or an even choice of many. */
    public List<Question> tellingQuestions(TopicSlug topic) {
        List<Question> all = questionsByTopic.getOrDefault(topic, List.of());
        if (all.size() <= TELLING_QUESTIONS) {
            return List.copyOf(all);
        }
        List<Question> telling = new ArrayList<>();
        for (int i = 0; i < TELLING_QUESTIONS; i++) {
            telling.add(all.get((int) ((long) i * all.size() / TELLING_QUESTIONS)));
        }
        return telling;
    }
}
