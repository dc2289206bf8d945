package dev.weakspot.cli.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.dataset.Response;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A data set's topics and questions as the catalog takes them. What was asked is not in such files, only whether it was
 * answered right: so every question has a right choice, {@value #RIGHT}, and a wrong one, {@value #WRONG}.
 *
 * <p>A question's topics are the skills of its first row.
 */
final class BankOfDataSet {

    static final String RIGHT = "a";
    static final String WRONG = "b";
    private static final int TOPICS_PER_QUESTION = 10;
    private static final String NO_SKILL = "no skill named";
    /** The catalog takes no longer ones. */
    private static final int LONGEST_TITLE = 200;

    private final Map<String, ObjectNode> topics = new LinkedHashMap<>();
    private final Map<String, ObjectNode> questions = new LinkedHashMap<>();

    BankOfDataSet(List<Response> responses, Names names) {
        for (Response response : responses) {
            String id = names.question(response.question());
            if (!questions.containsKey(id)) {
                questions.put(id, question(response, names));
            }
        }
    }

    /** Slug → topic. */
    Map<String, ObjectNode> topics() {
        return topics;
    }

    /** Id → version 1 of the question. */
    Map<String, ObjectNode> questions() {
        return questions;
    }

    private ObjectNode question(Response response, Names names) {
        List<String> skills = response.skills().isEmpty() ? List.of(NO_SKILL) : response.skills();
        if (skills.size() > TOPICS_PER_QUESTION) {
            throw new CommandFailure("Line %d: the catalog takes at most %d topics for a question, not %d."
                    .formatted(response.line(), TOPICS_PER_QUESTION, skills.size()));
        }
        Set<String> slugs = new LinkedHashSet<>();
        for (String skill : skills) {
            String slug = names.topic(skill);
            slugs.add(slug);
            topics.computeIfAbsent(slug, _ -> topic(slug, skill, names));
        }
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("kind", "definition");
        question.put("level", "mid");
        question.put("difficulty", 0.0);
        question.put("expected_seconds", 60);
        question.set("topics", strings(slugs));
        question.put("applies_to", ">=1.0");
        question.put("assesses", "Whether the learner of the data set answered right.");
        question.put("stem", "Question " + response.question() + " of the data set " + names.prefix() + ".");
        question.set("hints", strings(List.of()));
        ObjectNode answer = question.putObject("answer");
        answer.put("type", "single-choice");
        ArrayNode choices = answer.putArray("choices");
        choices.add(choice(RIGHT, "The right answer", true));
        choices.add(choice(WRONG, "A wrong answer", false));
        question.put("explanation", "Data sets of learner responses tell who was right, not what was asked.");
        question.set("sources", strings(List.of()));
        question.set("tags", strings(List.of("replay")));
        return question;
    }

    private static ObjectNode topic(String slug, String skill, Names names) {
        ObjectNode topic = JsonNodeFactory.instance.objectNode();
        topic.put("slug", slug);
        topic.put("title", title(skill));
        topic.put("group", "Data set " + names.prefix());
        topic.putArray("prerequisites");
        return topic;
    }

    private static String title(String skill) {
        if (skill.length() <= LONGEST_TITLE) {
            return skill;
        }
        int room = LONGEST_TITLE - 1;
        // Half of a surrogate pair is no text.
        int end = Character.isHighSurrogate(skill.charAt(room - 1)) ? room - 1 : room;
        return skill.substring(0, end) + "…";
    }

    private static ObjectNode choice(String id, String text, boolean correct) {
        ObjectNode choice = JsonNodeFactory.instance.objectNode();
        choice.put("id", id);
        choice.put("text", text);
        choice.put("correct", correct);
        choice.put("why", correct ? "This is what the learner should have answered." : "This is not right.");
        return choice;
    }

    private static ArrayNode strings(Iterable<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
