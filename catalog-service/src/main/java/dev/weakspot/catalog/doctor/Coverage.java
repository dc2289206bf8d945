package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.question.QuestionId;
import dev.weakspot.catalog.topic.TopicSlug;
import java.util.List;

/**
 * What a bank is to cover.
 *
 * @param place the file that says so
 * @param topics each to be asked about in these ways
 * @param alsoTopics each to be asked about, in whatever way
 */
public record Coverage(String place, List<Wanted> topics, List<WantedToo> alsoTopics, Minimum minimum) {

    public static final Coverage NOTHING = new Coverage("", List.of(), List.of(), new Minimum(0, 0, 0, 0, 0));

    public Coverage {
        topics = List.copyOf(topics);
        alsoTopics = List.copyOf(alsoTopics);
    }

    /**
     * A topic.
     *
     * @param place where the file names it
     * @param gists the things to ask about it
     */
    public record Wanted(TopicSlug topic, String place, List<Gist> gists) {
        public Wanted {
            gists = List.copyOf(gists);
        }
    }

    /**
     * A thing to ask.
     *
     * @param kind the kind of question that asks it
     * @param words what it is, for people; may be empty
     * @param answeredBy the questions that ask it; none when nobody has said which
     */
    public record Gist(Kind kind, String place, String words, List<QuestionId> answeredBy) {
        public Gist {
            answeredBy = List.copyOf(answeredBy);
        }
    }

    /** A topic without prescribed kinds. */
    public record WantedToo(TopicSlug topic, String place) {}

    /**
     * How many there have to be at least.
     *
     * @param questions in the whole bank
     * @param gradedAutomatically in the whole bank
     * @param questionsPerTopic about each topic
     * @param kindsPerTopic different ones about each topic
     * @param questionsPerAlsoTopic about each further topic
     */
    public record Minimum(
            int questions,
            int gradedAutomatically,
            int questionsPerTopic,
            int kindsPerTopic,
            int questionsPerAlsoTopic) {}
}
