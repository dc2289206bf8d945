package dev.weakspot.model.simulation;

import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Candidate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A bank of questions and how hard each truly is, which nobody in the simulation is told. Immutable. */
final class World {

    /** How much topics differ in ease, and questions of one topic: standard deviations on the logit scale. */
    private static final double TOPIC_SPREAD = .3;

    private static final double QUESTION_SPREAD = 1;

    /** Share of questions that ask about a second topic. */
    private static final double TWOFOLD = .3;

    /** How far an author's guess at the difficulty is off: a standard deviation on the logit scale. */
    private static final double AUTHORS_ERROR = .7;

    private static final Kind ANY_KIND = new Kind("any");
    private static final String ANY_LEVEL = "any";

    private final List<SimulatedTopic> topics;
    private final List<Question> questions;
    private final Map<QuestionId, Double> difficulties;
    private final Map<TopicSlug, List<Question>> byTopic = new HashMap<>();
    private final Map<TopicSlug, List<Candidate>> candidates = new HashMap<>();

    private World(List<SimulatedTopic> topics, List<Question> questions, Map<QuestionId, Double> difficulties) {
        this.topics = List.copyOf(topics);
        this.questions = List.copyOf(questions);
        this.difficulties = Map.copyOf(difficulties);
        for (Question question : questions) {
            question.topics().forEach(topic -> byTopic.computeIfAbsent(topic, _ -> new ArrayList<>())
                    .add(question));
        }
        byTopic.forEach((topic, all) -> candidates.put(
                topic,
                all.stream()
                        .sorted(Comparator.comparingDouble(Question::difficulty))
                        .map(World::candidate)
                        .toList()));
    }

    /** A world of its own making, whose authors say nothing about difficulty. */
    static World made(int topicCount, int questionCount, RandomGenerator random) {
        List<SimulatedTopic> topics = new ArrayList<>();
        List<Double> hardness = new ArrayList<>();
        for (int i = 0; i < topicCount; i++) {
            topics.add(new SimulatedTopic(new TopicSlug("topic-%02d".formatted(i)), List.of()));
            hardness.add(TOPIC_SPREAD * random.nextGaussian());
        }
        List<Question> questions = new ArrayList<>();
        Map<QuestionId, Double> difficulties = new HashMap<>();
        for (int i = 0; i < questionCount; i++) {
            int main = i % topicCount;
            List<TopicSlug> about = new ArrayList<>(List.of(topics.get(main).slug()));
            if (topicCount > 1 && random.nextDouble() < TWOFOLD) {
                int other = (main + 1 + random.nextInt(topicCount - 1)) % topicCount;
                about.add(topics.get(other).slug());
            }
            Question question = new Question(new QuestionId("question-%04d".formatted(i)), about, 0);
            questions.add(question);
            difficulties.put(question.id(), hardness.get(main) + QUESTION_SPREAD * random.nextGaussian());
        }
        return new World(topics, questions, difficulties);
    }

    /** A real bank, whose authors were about right. */
    static World of(Collection<SimulatedTopic> topics, Collection<Question> questions, RandomGenerator random) {
        Map<QuestionId, Double> difficulties = new HashMap<>();
        for (Question question : questions) {
            difficulties.put(question.id(), question.difficulty() + AUTHORS_ERROR * random.nextGaussian());
        }
        return new World(List.copyOf(topics), List.copyOf(questions), difficulties);
    }

    List<SimulatedTopic> topics() {
        return topics;
    }

    List<Question> questions() {
        return questions;
    }

    List<Question> questions(TopicSlug topic) {
        return byTopic.getOrDefault(topic, List.of());
    }

    List<Candidate> candidates(TopicSlug topic) {
        return candidates.getOrDefault(topic, List.of());
    }

    static Candidate candidate(Question question) {
        return new Candidate(question, ANY_KIND, ANY_LEVEL);
    }

    double difficulty(Question question) {
        return difficulties.getOrDefault(question.id(), question.difficulty());
    }
}
