package dev.weakspot.model.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NextQuestionsTest {

    private final NextQuestions nextQuestions = new NextQuestions();

    @Property
    void twoClearlyWeakTopicsGetMostOfTenSuggestions(@ForAll long seed) {
        Bank bank = aBank().with("orm", .35, 3, 8)
                .with("views", .40, 3, 8)
                .with("urls", .56, 2, 8)
                .with("forms", .57, 2, 8)
                .with("admin", .58, 2, 8)
                .with("caching", .55, 0, 8)
                .with("signals", .55, 0, 8);

        List<String> topics = topics(nextQuestions.choose(bank, 10, seed));

        assertThat(topics).filteredOn(List.of("orm", "views")::contains).hasSizeGreaterThanOrEqualTo(7);
    }

    @Property
    void neighboursTrainDifferentTopics(@ForAll long seed) {
        Bank bank = aBank().with("orm", .3, 5, 20).with("views", .6, 5, 20).with("urls", .9, 5, 20);

        List<String> topics = topics(nextQuestions.choose(bank, 20, seed));

        assertThat(topics).hasSize(20);
        for (int i = 1; i < topics.size(); i++) {
            assertThat(topics.get(i)).isNotEqualTo(topics.get(i - 1));
        }
    }

    @Property
    void aTopicThatMayBeTheWeakestIsTriedNowAndThen(@ForAll @IntRange(min = 0, max = 1000) int firstSeed) {
        Bank bank = aBank().with("orm", .50, 4, 8).with("views", .55, 4, 8).with("urls", .60, 4, 8);
        List<String> first = new ArrayList<>();

        for (int seed = firstSeed; seed < firstSeed + 100; seed++) {
            first.add(topics(nextQuestions.choose(bank, 1, seed)).getFirst());
        }

        assertThat(first).contains("orm", "views", "urls");
        assertThat(first.stream().filter("orm"::equals).count())
                .isGreaterThan(first.stream().filter("urls"::equals).count());
    }

    @Test
    void oneOfThreeProbesATopicNotTriedYet() {
        Bank bank = aBank().with("orm", .4, 3, 9)
                .with("views", .6, 3, 9)
                .with("caching", .55, 0, 9)
                .with("signals", .8, 0, 9);

        List<Suggestion> suggestions = nextQuestions.choose(bank, 6, 1);

        assertThat(topics(suggestions).get(2)).as("tells most").isEqualTo("caching");
        assertThat(topics(suggestions).get(5)).isEqualTo("signals");
        assertThat(codes(suggestions.get(2))).containsExactly("UNSEEN_TOPIC", "TARGET_DIFFICULTY", "NOT_SEEN_YET");
    }

    @Test
    void aTopicOnAWeakFoundationIsNotProbed() {
        Bank bank = aBank().with("orm", .3, 5, 9)
                .with("views", .8, 5, 9)
                .with("aggregation", .5, 0, 9, "orm")
                .with("mixins", .9, 0, 9, "views");

        List<String> topics = topics(nextQuestions.choose(bank, 6, 1));

        assertThat(topics).contains("mixins").doesNotContain("aggregation");
    }

    @Test
    void aNewcomerBeginsWithTheEasiestOfTheTopicsThatNeedNothing() {
        Bank bank = aBank().with("basics", .7, 0, 5)
                .with("python", .8, 0, 5)
                .with("orm", .9, 0, 5, "basics")
                .with("aggregation", .95, 0, 5, "basics", "orm");

        List<Suggestion> suggestions = nextQuestions.choose(bank, 5, 1);

        assertThat(topics(suggestions)).containsExactly("python", "basics", "orm", "aggregation", "python");
        assertThat(suggestions.getFirst().option().predicted().value())
                .isEqualTo(bank.options(new TopicSlug("python")).stream()
                        .mapToDouble(option -> option.predicted().value())
                        .max()
                        .orElseThrow());
        assertThat(codes(suggestions.getFirst())).containsExactly("UNSEEN_TOPIC", "EASY_START", "NOT_SEEN_YET");
    }

    @Test
    void aPrerequisiteThatNobodyCouldPractiseIsNotWaitedFor() {
        Bank bank = aBank().with("orm", .9, 0, 5, "sql").with("basics", .7, 0, 5);

        List<Suggestion> suggestions = nextQuestions.choose(bank, 2, 1);

        assertThat(topics(suggestions)).containsExactly("orm", "basics");
    }

    @Test
    void theLandscapeIsAskedOnceWhereTheLearnerStands() {
        Bank bank = aBank().with("orm", .4, 3, 20).with("views", .6, 0, 20).with("urls", .6, 0, 20);
        var asked = new AtomicInteger();

        nextQuestions.choose(bank.counting(asked), 50, 1);

        assertThat(asked).hasValue(1);
    }

    @Test
    void inATopicTheQuestionNearestTheTargetComesFirst() {
        Bank bank = aBank().with("orm", .5, 4, 0)
                .having("orm", option("too-easy", .9, PastTries.NONE))
                .having("orm", option("right", .58, PastTries.NONE))
                .having("orm", option("too-hard", .2, PastTries.NONE));

        List<String> questions = questions(nextQuestions.choose(bank, 3, 1));

        assertThat(questions).containsExactly("right", "too-easy", "too-hard");
    }

    @Test
    void unseenQuestionsComeBeforeFailedOnesAndTheseBeforeAnsweredOnes() {
        Bank bank = aBank().at(100)
                .with("orm", .5, 4, 0)
                .having("orm", option("answered", .6, new PastTries(1, 1, 10)))
                .having("orm", option("failed", .6, new PastTries(2, .25, 20)))
                .having("orm", option("unseen", .1, PastTries.NONE));

        List<Suggestion> suggestions = nextQuestions.choose(bank, 3, 1);

        assertThat(questions(suggestions)).containsExactly("unseen", "failed", "answered");
        assertThat(suggestions.stream().map(suggestion -> codes(suggestion).getLast()))
                .containsExactly("NOT_SEEN_YET", "FAILED_LAST_TIME", "ANSWERED_BEFORE");
    }

    @Test
    void whatWasJustSeenIsNotSuggestedEvenWhenNothingElseIsLeft() {
        Bank bank = aBank().at(10)
                .with("orm", .5, 4, 0)
                .having("orm", option("just-now", .6, new PastTries(1, 0, 10)))
                .having("orm", option("four-ago", .6, new PastTries(1, 0, 6)))
                .having("orm", option("five-ago", .6, new PastTries(1, 0, 5)));

        List<String> questions = questions(nextQuestions.choose(bank, 3, 1));

        assertThat(questions).containsExactly("five-ago");
    }

    @Property
    void noQuestionIsSuggestedTwiceAndTheSameSeedChoosesTheSame(@ForAll long seed) {
        Bank bank = aBank().with("orm", .5, 4, 3)
                .with("views", .6, 2, 3)
                .with("caching", .6, 0, 3)
                .with("channels", .6, 0, 3, "views");

        List<Suggestion> suggestions = nextQuestions.choose(bank, 50, seed);

        assertThat(questions(suggestions)).doesNotHaveDuplicates().hasSize(12);
        assertThat(nextQuestions.choose(bank, 50, seed)).isEqualTo(suggestions);
    }

    @Test
    void anEmptyBankHasNothingToSuggest() {
        assertThat(nextQuestions.choose(aBank(), 10, 1)).isEmpty();
    }

    @Test
    void theReasonsCarryTheNumbersAndMakeASentence() {
        Bank bank = aBank().with("orm", .41, 6, 0).having("orm", option("lazy", .58, PastTries.NONE));

        List<Reason> reasons = nextQuestions.choose(bank, 1, 1).getFirst().reasons();

        assertThat(reasons.getFirst().numbers()).containsEntry("mastery", .41).containsEntry("attempts", 6);
        assertThat(Reason.sentence(reasons))
                .isEqualTo("The orm is your weakest topic (about 41 % right, after 6 attempts);"
                        + " of its questions this one suits you best (58 % chance, we aim for 60 %);"
                        + " you have not seen it yet.");
    }

    @Test
    void weakTopicsAreThoseWithEvidenceWeakestFirst() {
        Bank bank = aBank().with("urls", .7, 1, 1).with("orm", .4, 3, 1).with("caching", .1, 0, 1);

        WeakTopics weakTopics = WeakTopics.of(bank.topics());

        assertThat(weakTopics.ranking())
                .extracting(standing -> standing.topic().value())
                .containsExactly("orm", "urls");
    }

    private static List<String> topics(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> suggestion.topic().value())
                .toList();
    }

    private static List<String> questions(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> suggestion.option().question().id().value())
                .toList();
    }

    private static List<String> codes(Suggestion suggestion) {
        return suggestion.reasons().stream().map(Reason::code).toList();
    }

    private static Option option(String id, double predicted, PastTries past) {
        Question question = new Question(new QuestionId(id), List.of(new TopicSlug("any")), 0);
        return new Option(question, new Estimate(predicted, 0, 1), past);
    }

    private static Bank aBank() {
        return new Bank(0, Map.of(), Map.of());
    }

    /** A small landscape, told in sentences. */
    private record Bank(long sequence, Map<TopicSlug, TopicStanding> standings, Map<TopicSlug, List<Option>> questions)
            implements Landscape {

        Bank at(long newSequence) {
            return new Bank(newSequence, standings, questions);
        }

        /** A topic with questions whose predicted successes lie around its mastery. */
        Bank with(String slug, double mastery, int attempts, int questionCount, String... prerequisites) {
            TopicSlug topic = new TopicSlug(slug);
            TopicStanding standing = new TopicStanding(
                    topic,
                    "The " + slug,
                    List.of(prerequisites).stream().map(TopicSlug::new).toList(),
                    new Estimate(mastery, 0, 1),
                    .5,
                    attempts);
            Map<TopicSlug, TopicStanding> more = new LinkedHashMap<>(standings);
            more.put(topic, standing);
            Bank bank = new Bank(sequence, more, questions);
            for (int i = 0; i < questionCount; i++) {
                bank = bank.having(
                        slug, option(slug + "-" + i, mastery + .01 * (i - questionCount / 2), PastTries.NONE));
            }
            return bank;
        }

        /** The same, noting how often it is asked for its topics. */
        Landscape counting(AtomicInteger asked) {
            return new Landscape() {
                @Override
                public long sequence() {
                    return sequence;
                }

                @Override
                public List<TopicStanding> topics() {
                    asked.incrementAndGet();
                    return Bank.this.topics();
                }

                @Override
                public List<Option> options(TopicSlug topic) {
                    return Bank.this.options(topic);
                }
            };
        }

        Bank having(String slug, Option option) {
            TopicSlug topic = new TopicSlug(slug);
            Map<TopicSlug, List<Option>> more = new LinkedHashMap<>(questions);
            List<Option> options = new ArrayList<>(options(topic));
            options.add(option);
            more.put(topic, options);
            return new Bank(sequence, standings, more);
        }

        @Override
        public List<TopicStanding> topics() {
            return List.copyOf(standings.values());
        }

        @Override
        public List<Option> options(TopicSlug topic) {
            return questions.getOrDefault(topic, List.of());
        }
    }
}
