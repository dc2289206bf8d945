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
import java.util.Comparator;
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

    private static final String[] FIELDS = {
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
        "tags"
    };

    private static final Comparator<Defect> BY_LINE =
            Comparator.comparingInt(defect -> defect.place().line());

    private static final QuestionId NAMELESS = QuestionId.of("nameless");
    private static final AnswerKey ANSWERLESS = new AnswerKey.CodeOutput("?");

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
        var misread = new Misreadings();
        misread.find(() -> entry.withOnly(FIELDS));
        Optional<QuestionId> id = misread.find(() -> entry.get("id").as(QuestionId::of));
        int version = misread.or(1, () -> toVersion(entry.get("version")));
        String explanation = text(entry, "explanation", misread);
        var shownOrder = new ShownOrder(id.orElse(NAMELESS), version, explanation);
        Optional<Question> question = misread.find(() -> toQuestion(entry, topic, licence, shownOrder, misread));

        String name = id.map(known -> " (" + known + ")").orElse("");
        var place = new Place(file.file(), entry.line(), "question " + number + name);
        Stream<Defect> unreadable = misread.found().stream().map(misreading -> Defect.of(place, misreading));
        Stream<Defect> outOfBounds = question.stream().flatMap(known -> broken(place, entry, known).stream());
        List<Defect> broken = Stream.concat(unreadable, outOfBounds)
                .distinct()
                .sorted(BY_LINE)
                .toList();
        if (broken.isEmpty()) {
            questions.add(new BankQuestion(place, id.orElseThrow(), version, question.orElseThrow(), entry.lines()));
        }
        defects.addAll(broken);
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
        int version = entry.wholeNumber();
        if (version < 1) {
            throw new Misreading(entry.line(), "version must be 1 or more");
        }
        return version;
    }

    private static Question toQuestion(
            Entry entry, TopicSlug topic, String licence, ShownOrder shownOrder, Misreadings misread) {
        Map<TopicSlug, Double> alsoTopics = misread.or(
                Map.of(),
                () -> entry.find("also_topics").map(BankReader::toWeights).orElse(Map.of()));
        List<TopicSlug> topics =
                Stream.concat(Stream.of(topic), alsoTopics.keySet().stream()).toList();
        return entry.as(() -> new Question(
                misread.or(Kind.DEFINITION, () -> entry.get("kind").as(Kind::of)),
                misread.or(Level.MID, () -> entry.get("level").as(Level::of)),
                misread.or(0.0, () -> entry.get("difficulty").number()),
                misread.or(
                        Duration.ofMinutes(1),
                        () -> Duration.ofSeconds(entry.get("expected_seconds").wholeNumber())),
                topics,
                new TopicWeights(alsoTopics),
                optionalText(entry, "applies_to", "", misread),
                text(entry, "assesses", misread),
                text(entry, "stem", misread),
                misread.or(List.of(), () -> entry.texts("hints")),
                optionalText(entry, "how_to_answer", "", misread),
                misread.or(ANSWERLESS, () -> toAnswerKey(entry.get("answer"), shownOrder)),
                shownOrder.explanation(),
                misread.or(List.of(), () -> toSources(entry.get("sources"))),
                optionalText(entry, "licence", licence, misread),
                misread.or(List.of(), () -> entry.texts("tags"))));
    }

    private static String text(Entry entry, String field, Misreadings misread) {
        return misread.or("?", () -> entry.get(field).text());
    }

    private static String optionalText(Entry entry, String field, String otherwise, Misreadings misread) {
        return misread.or(otherwise, () -> entry.find(field).map(Entry::text).orElse(otherwise));
    }

    private static List<URI> toSources(Entry entry) {
        if (entry.items().isEmpty()) {
            throw new Misreading(entry.line(), "sources needs at least one address", Flaw.MISSING);
        }
        return entry.items().stream().map(source -> source.as(URI::create)).toList();
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
                .sorted(BY_LINE)
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
