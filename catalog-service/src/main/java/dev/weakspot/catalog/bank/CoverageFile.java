package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.doctor.Coverage;
import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.question.QuestionId;
import dev.weakspot.catalog.topic.TopicSlug;
import java.util.List;

/**
 * Understands {@code coverage.json}: what a bank is to cover. Its format is described for authors in
 * {@code docs/question-bank.md}; a field that is not described there is left alone, because such files are made by tools.
 */
final class CoverageFile {

    static final String NAME = "coverage.json";

    private static final int QUESTIONS_PER_TOPIC = 3;
    private static final int KINDS_PER_TOPIC = 2;
    private static final int QUESTIONS_PER_ALSO_TOPIC = 2;

    private CoverageFile() {}

    /** Reads it. @throws Misreading when it does not say what its format wants */
    static Coverage read(Source source) {
        Entry root = Entry.ofFile(source.text());
        List<Coverage.Wanted> topics = root.items("topics").stream()
                .map(entry -> new Coverage.Wanted(
                        entry.get("topic").as(TopicSlug::of),
                        source.name() + ":" + entry.line(),
                        entry.items("gists").stream()
                                .map(gist -> gist(gist, source.name()))
                                .toList()))
                .toList();
        List<Coverage.WantedToo> alsoTopics = root.items("also_cover").stream()
                .map(entry -> new Coverage.WantedToo(entry.as(TopicSlug::of), source.name() + ":" + entry.line()))
                .toList();
        return new Coverage(source.name() + ":1", topics, alsoTopics, minimum(root));
    }

    private static Coverage.Gist gist(Entry gist, String file) {
        return new Coverage.Gist(
                gist.get("kind").as(Kind::of),
                file + ":" + gist.line(),
                gist.find("gist").map(Entry::text).orElse(""),
                gist.items("answered_by").stream()
                        .map(id -> id.as(QuestionId::of))
                        .toList());
    }

    private static Coverage.Minimum minimum(Entry root) {
        return new Coverage.Minimum(
                minimum(root, "questions", 0),
                minimum(root, "graded_automatically", 0),
                minimum(root, "questions_per_topic", QUESTIONS_PER_TOPIC),
                minimum(root, "kinds_per_topic", KINDS_PER_TOPIC),
                minimum(root, "questions_per_also_topic", QUESTIONS_PER_ALSO_TOPIC));
    }

    private static int minimum(Entry root, String field, int otherwise) {
        return root.find("minimum")
                .flatMap(minimum -> minimum.find(field))
                .map(Entry::wholeNumber)
                .orElse(otherwise);
    }
}
