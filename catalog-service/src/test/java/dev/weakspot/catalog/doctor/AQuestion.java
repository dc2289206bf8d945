package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Choice;
import dev.weakspot.catalog.question.Criterion;
import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.question.Level;
import dev.weakspot.catalog.question.Question;
import dev.weakspot.catalog.question.QuestionId;
import dev.weakspot.catalog.question.TopicWeights;
import dev.weakspot.catalog.topic.Topic;
import dev.weakspot.catalog.topic.TopicSlug;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A healthy question about lists, with one thing after the other made different. */
final class AQuestion {

    private final String id;
    private final List<TopicSlug> topics = new ArrayList<>(List.of(TopicSlug.of("lists")));
    private Kind kind = Kind.HOW_TO;
    private Level level = Level.MID;
    private double difficulty;
    private String appliesTo = "";
    private String assesses = "Whether the candidate knows how lists grow.";
    private String stem = "Which method puts one element at the end of a list?";
    private AnswerKey answer = new AnswerKey.ShortText(List.of("append"), "It changes the list in place.");
    private String explanation =
            "The method `append` adds its argument as one element at the end, while `extend` adds each element of its argument.";
    private String source = "https://docs.python.org/3/tutorial/datastructures.html";

    private AQuestion(String id) {
        this.id = id;
    }

    static AQuestion called(String id) {
        return new AQuestion(id);
    }

    AQuestion about(String... slugs) {
        topics.clear();
        Arrays.stream(slugs).map(TopicSlug::of).forEach(topics::add);
        return this;
    }

    AQuestion of(Kind other) {
        kind = other;
        return this;
    }

    AQuestion at(Level otherLevel, double otherDifficulty) {
        level = otherLevel;
        difficulty = otherDifficulty;
        return this;
    }

    AQuestion appliesTo(String versions) {
        appliesTo = versions;
        return this;
    }

    AQuestion assesses(String text) {
        assesses = text;
        return this;
    }

    AQuestion asks(String text) {
        stem = text;
        return this;
    }

    AQuestion explains(String text) {
        explanation = text;
        return this;
    }

    AQuestion source(String address) {
        source = address;
        return this;
    }

    AQuestion wants(AnswerKey key) {
        answer = key;
        return this;
    }

    AQuestion wantsTerm(String term) {
        return wants(new AnswerKey.ShortText(List.of(term), ""));
    }

    AQuestion wantsSpeech(String modelAnswer) {
        return wants(new AnswerKey.Rubric(List.of(), modelAnswer, List.of(new Criterion("why", "Says why", 1))));
    }

    /** The correct choice is written with an asterisk in front. */
    AQuestion offers(String... choices) {
        List<Choice> all = new ArrayList<>();
        for (String choice : choices) {
            all.add(new Choice(
                    String.valueOf("abcdefghij".charAt(all.size())),
                    choice.replaceFirst("^\\*", ""),
                    choice.startsWith("*"),
                    ""));
        }
        return wants(new AnswerKey.SingleChoice(all));
    }

    ExaminedQuestion examined() {
        var question = new Question(
                kind,
                level,
                difficulty,
                Duration.ofSeconds(30),
                topics,
                TopicWeights.FULL,
                appliesTo,
                assesses,
                stem,
                List.of(),
                "",
                answer,
                explanation,
                List.of(URI.create(source)),
                Question.BANKS_LICENCE,
                List.of());
        return new ExaminedQuestion(QuestionId.of(id), question, lines(id + ".yaml"));
    }

    static ExaminedTopic topic(String slug, String... prerequisites) {
        var topic = new Topic(
                TopicSlug.of(slug),
                slug,
                "Any",
                Arrays.stream(prerequisites).map(TopicSlug::of).toList());
        return new ExaminedTopic(topic, lines(slug + ".yaml"));
    }

    /** A bank of these questions and of the topics that they are about. */
    static ExaminedBank bank(AQuestion... questions) {
        List<ExaminedQuestion> examined =
                Arrays.stream(questions).map(AQuestion::examined).toList();
        List<ExaminedTopic> topics = examined.stream()
                .flatMap(each -> each.question().topics().stream())
                .distinct()
                .map(slug -> topic(slug.value()))
                .toList();
        return new ExaminedBank("bank", topics, examined, List.of());
    }

    static ExaminedBank bank(Stream<AQuestion> questions) {
        return bank(questions.toArray(AQuestion[]::new));
    }

    /** As if the stem stood on line 10 and the explanation on line 20. */
    private static Lines lines(String file) {
        return new Lines(
                file,
                5,
                Map.of("stem", 10, "explanation", 20, "answer", 15, "answer.model_answer", 16, "difficulty", 8));
    }
}
