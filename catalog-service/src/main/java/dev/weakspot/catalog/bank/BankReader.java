package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Choice;
import dev.weakspot.catalog.question.Criterion;
import dev.weakspot.catalog.question.Item;
import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.question.Level;
import dev.weakspot.catalog.question.Question;
import dev.weakspot.catalog.question.QuestionId;
import dev.weakspot.catalog.question.TopicWeights;
import dev.weakspot.catalog.topic.Topic;
import dev.weakspot.catalog.topic.TopicSlug;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Understands one file of the bank. Its format is described for authors in {@code docs/question-bank.md}.
 *
 * <p>A bad question is a defect and the rest is read on. Pure: nothing is looked up and nothing is remembered.
 */
@Singleton
final class BankReader {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private static final Set<Class<?>> NOT_THERE = Set.of(NotBlank.class, NotEmpty.class, NotNull.class);

    private final Validator validator;

    BankReader(Validator validator) {
        this.validator = validator;
    }

    BankFile read(Source source) {
        List<BankTopic> topics = new ArrayList<>();
        List<BankQuestion> questions = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        var file = new Place(source.name(), 1, "");
        try {
            Entry root = Entry.ofFile(source.text()).withOnly("topic", "licence", "questions");
            Entry topic = root.get("topic");
            List<Entry> items = root.items("questions");
            // Without it the questions have no topic, so it is the file's concern.
            TopicSlug slug = topic.get("slug").as(TopicSlug::of);
            String licence = root.find("licence").map(Entry::text).orElse(Question.BANKS_LICENCE);
            readTopic(file, topic, topics, defects);
            for (int index = 0; index < items.size(); index++) {
                readQuestion(file, index + 1, items.get(index), slug, licence, questions, defects);
            }
        } catch (Misreading e) {
            defects.add(Defect.of(file, e));
        }
        return new BankFile(topics, questions, defects);
    }

    private void readTopic(Place file, Entry entry, List<BankTopic> topics, List<Defect> defects) {
        var place = new Place(file.file(), entry.line(), "topic");
        try {
            Topic topic = toTopic(entry);
            String fileName = file.file().substring(file.file().lastIndexOf('/') + 1);
            if (!fileName.replaceFirst("\\.ya?ml$", "").equals(topic.slug().value())) {
                throw new Misreading(entry.get("slug").line(), "slug must be the name of the file");
            }
            List<Defect> broken = broken(place, entry, topic);
            if (broken.isEmpty()) {
                topics.add(new BankTopic(place, topic, entry.lines()));
            }
            defects.addAll(broken);
        } catch (Misreading e) {
            defects.add(Defect.of(place, e));
        }
    }

    private void readQuestion(
            Place file,
            int number,
            Entry entry,
            TopicSlug topic,
            String licence,
            List<BankQuestion> questions,
            List<Defect> defects) {
        var place = new Place(file.file(), entry.line(), "question " + number);
        try {
            QuestionId id = entry.get("id").as(QuestionId::of);
            place = new Place(file.file(), entry.line(), "question " + number + " (" + id + ")");
            int version = toVersion(entry);
            var shownOrder =
                    new ShownOrder(id, version, entry.get("explanation").text());
            Question question = toQuestion(entry, topic, licence, shownOrder);
            List<Defect> broken = broken(place, entry, question);
            if (broken.isEmpty()) {
                questions.add(new BankQuestion(place, id, version, question, entry.lines()));
            }
            defects.addAll(broken);
        } catch (Misreading e) {
            defects.add(Defect.of(place, e));
        }
    }

    private static Topic toTopic(Entry entry) {
        entry.withOnly("slug", "title", "group", "prerequisites");
        return entry.as(() -> new Topic(
                entry.get("slug").as(TopicSlug::of),
                entry.get("title").text(),
                entry.get("group").text(),
                slugs(entry.items("prerequisites"))));
    }

    private static int toVersion(Entry entry) {
        entry.withOnly(
                "id",
                "version",
                "kind",
                "level",
                "difficulty",
                "expected_seconds",
                "also_topics",
                "applies_to",
                "assesses",
                "stem",
                "hints",
                "how_to_answer",
                "answer",
                "explanation",
                "sources",
                "licence",
                "tags");
        int version = entry.get("version").wholeNumber();
        if (version < 1) {
            throw new Misreading(entry.get("version").line(), "version must be 1 or more");
        }
        return version;
    }

    private static Question toQuestion(Entry entry, TopicSlug topic, String licence, ShownOrder shownOrder) {
        Entry sources = entry.get("sources");
        if (sources.items().isEmpty()) {
            throw new Misreading(sources.line(), "sources needs at least one address", Flaw.MISSING);
        }
        Map<TopicSlug, Double> alsoTopics =
                entry.find("also_topics").map(BankReader::toWeights).orElse(Map.of());
        List<TopicSlug> topics =
                Stream.concat(Stream.of(topic), alsoTopics.keySet().stream()).toList();
        return entry.as(() -> new Question(
                entry.get("kind").as(Kind::of),
                entry.get("level").as(Level::of),
                entry.get("difficulty").number(),
                Duration.ofSeconds(entry.get("expected_seconds").wholeNumber()),
                topics,
                new TopicWeights(alsoTopics),
                entry.find("applies_to").map(Entry::text).orElse(""),
                entry.get("assesses").text(),
                entry.get("stem").text(),
                entry.texts("hints"),
                entry.find("how_to_answer").map(Entry::text).orElse(""),
                toAnswerKey(entry.get("answer"), shownOrder),
                entry.get("explanation").text(),
                sources.items().stream().map(source -> source.as(URI::create)).toList(),
                entry.find("licence").map(Entry::text).orElse(licence),
                entry.texts("tags")));
    }

    /** A list of further topics, which count fully, or what each of them counts. */
    private static Map<TopicSlug, Double> toWeights(Entry alsoTopics) {
        Map<TopicSlug, Double> weights = new LinkedHashMap<>();
        if (alsoTopics.hasFields()) {
            alsoTopics.parts().forEach(part -> weights.put(part.as(() -> TopicSlug.of(part.name())), part.number()));
            return weights;
        }
        for (Entry slug : alsoTopics.items()) {
            if (weights.put(slug.as(TopicSlug::of), 1.0) != null) {
                throw new Misreading(slug.line(), "a topic is named twice");
            }
        }
        return weights;
    }

    private static AnswerKey toAnswerKey(Entry entry, ShownOrder shownOrder) {
        Entry type = entry.get("type");
        return switch (type.text()) {
            case "single-choice" -> {
                entry.withOnly("type", "choices");
                List<Choice> choices = toChoices(entry.get("choices"));
                yield entry.as(() -> new AnswerKey.SingleChoice(choices));
            }
            case "multiple-choice" -> {
                entry.withOnly("type", "choices");
                List<Choice> choices = toChoices(entry.get("choices"));
                yield entry.as(() -> new AnswerKey.MultipleChoice(choices));
            }
            case "short-text" -> {
                entry.withOnly("type", "accepted", "why");
                yield entry.as(() -> new AnswerKey.ShortText(
                        entry.texts("accepted"),
                        entry.find("why").map(Entry::text).orElse("")));
            }
            case "code-output" -> {
                entry.withOnly("type", "prints");
                yield entry.as(
                        () -> new AnswerKey.CodeOutput(entry.get("prints").text()));
            }
            case "ordering" -> {
                entry.withOnly("type", "items");
                List<Item> items = toItems(entry.get("items"), shownOrder);
                yield entry.as(() -> new AnswerKey.Ordering(items));
            }
            case "rubric" -> {
                entry.withOnly("type", "outline", "model_answer", "criteria");
                List<Criterion> criteria = entry.get("criteria").items().stream()
                        .map(BankReader::toCriterion)
                        .toList();
                yield entry.as(() -> new AnswerKey.Rubric(
                        entry.texts("outline"), entry.get("model_answer").text(), criteria));
            }
            default ->
                throw new Misreading(
                        type.line(),
                        "type must be one of single-choice, multiple-choice, short-text, code-output, ordering, rubric");
        };
    }

    private static List<Choice> toChoices(Entry entry) {
        List<Choice> choices = new ArrayList<>();
        for (Entry choice : entry.items()) {
            choice.withOnly("text", "correct", "why");
            if (choices.size() == LETTERS.length()) {
                throw new Misreading(choice.line(), "there are more choices than letters");
            }
            choices.add(new Choice(
                    String.valueOf(LETTERS.charAt(choices.size())),
                    choice.get("text").text(),
                    choice.find("correct").map(Entry::claim).orElse(false),
                    choice.find("why").map(Entry::text).orElse("")));
        }
        return choices;
    }

    private static List<Item> toItems(Entry entry, ShownOrder shownOrder) {
        List<Entry> written = entry.items();
        if (written.size() > LETTERS.length()) {
            throw new Misreading(entry.line(), "there are more items than letters");
        }
        List<Integer> places = shownOrder.placesOf(
                written.stream().map(item -> item.get("text").text()).toList());
        List<Item> items = new ArrayList<>();
        for (Entry item : written) {
            item.withOnly("text", "why");
            items.add(new Item(
                    String.valueOf(LETTERS.charAt(places.get(items.size()))),
                    item.get("text").text(),
                    item.find("why").map(Entry::text).orElse("")));
        }
        return items;
    }

    private static Criterion toCriterion(Entry entry) {
        entry.withOnly("name", "text", "weight");
        return new Criterion(
                entry.get("name").text(),
                entry.get("text").text(),
                entry.get("weight").wholeNumber());
    }

    private static List<TopicSlug> slugs(List<Entry> entries) {
        return entries.stream().map(entry -> entry.as(TopicSlug::of)).toList();
    }

    /** The bounds of the fields: too long, blank, out of range. */
    private <T> List<Defect> broken(Place place, Entry entry, T value) {
        return validator.validate(value).stream()
                .map(violation -> new Defect(
                        place.at(lineOf(violation, entry)),
                        snakeCase(violation.getPropertyPath().toString()) + " " + violation.getMessage(),
                        flaw(violation)))
                .sorted((one, other) ->
                        Integer.compare(one.place().line(), other.place().line()))
                .toList();
    }

    private static Flaw flaw(ConstraintViolation<?> violation) {
        Class<?> constraint =
                violation.getConstraintDescriptor().getAnnotation().annotationType();
        return NOT_THERE.contains(constraint) ? Flaw.MISSING : Flaw.UNREADABLE;
    }

    /** Follows the path of a violation into the file, as far as the file has it. */
    private static int lineOf(ConstraintViolation<?> violation, Entry entry) {
        Entry nearest = entry;
        for (Path.Node node : violation.getPropertyPath()) {
            Optional<Entry> next = Optional.of(nearest);
            if (node.getIndex() != null) {
                next = Optional.of(nearest.items().get(node.getIndex()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                next = next.flatMap(part -> part.find(snakeCase(node.getName())));
            }
            if (next.isEmpty()) {
                break;
            }
            nearest = next.get();
        }
        return nearest.line();
    }

    private static String snakeCase(String name) {
        return name.replace("<list element>", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
