package dev.weakspot.model.choice;

import static dev.weakspot.model.choice.Bank.aBank;
import static dev.weakspot.model.choice.Bank.about;
import static dev.weakspot.model.choice.Bank.codes;
import static dev.weakspot.model.choice.Bank.option;
import static dev.weakspot.model.choice.Bank.questions;
import static dev.weakspot.model.choice.Bank.reason;
import static dev.weakspot.model.choice.Bank.topics;
import static dev.weakspot.model.choice.Bank.tries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weakspot.model.TopicSlug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** All topics of the question before are passed over, not only the one that it was to train. */
    @Property
    void whatTheQuestionBeforeAskedAboutIsTrainedOnlyWhenNothingElseIsLeft(@ForAll long seed) {
        Bank bank = RandomBank.of(seed);

        List<Suggestion> suggestions = nextQuestions.choose(bank, 12, seed);

        for (int i = 1; i < suggestions.size(); i++) {
            Suggestion suggestion = suggestions.get(i);
            List<TopicSlug> justHad = suggestions.get(i - 1).option().question().topics();
            boolean isTraining = bank.standing(suggestion.topic()).isPractised()
                    && !codes(suggestion).contains("DUE_REVIEW");
            if (isTraining && justHad.contains(suggestion.topic())) {
                List<Suggestion> before = suggestions.subList(0, i);
                assertThat(bank.topics().stream()
                                .filter(TopicStanding::isPractised)
                                .map(TopicStanding::topic)
                                .filter(topic -> hasOpen(bank, topic, before)))
                        .isSubsetOf(justHad);
            }
        }
    }

    private static boolean hasOpen(Bank bank, TopicSlug topic, List<Suggestion> before) {
        return bank.options(topic).stream()
                .filter(option ->
                        before.stream().noneMatch(earlier -> earlier.option().equals(option)))
                .map(Option::past)
                .anyMatch(past ->
                        past.isNone() || (past.lastSequence() <= bank.sequence() - 5 && !past.isSettledFor(Bank.NOON)));
    }

    @Test
    void whoWantsToPractiseATopicOfVeryManyQuestionsGetsAsManyAsTheyAskFor() {
        Bank bank = aBank().with("orm", .5, 5, 90);

        List<Suggestion> suggestions = nextQuestions.choose(bank, 50, 1);

        assertThat(questions(suggestions)).hasSize(50).doesNotHaveDuplicates();
    }

    /** Nobody is asked about all of them, or a large bank would make everybody wait. */
    @Test
    void ofVeryManyQuestionsSomeAreCompared() {
        Bank bank = aBank().with("orm", .5, 5, 90);

        List<Suggestion> suggestions = nextQuestions.choose(bank, 50, 1);

        assertThat(suggestions).allSatisfy(suggestion -> assertThat(reason(suggestion, Reason.TargetDifficulty.class)
                        .among()
                        .questions())
                .isEqualTo(Shelf.ENOUGH));
    }

    @Test
    void aRareOneOfTheWantedLevelComesFirst() {
        Bank bank = aBank().with("orm", .5, 5, 90).having("orm", option("rare", .5, PastTries.NONE, "any", "senior"));

        List<Suggestion> suggestions = nextQuestions.choose(bank, new Wishes(Target.usual(), Set.of("senior")), 2, 1);

        assertThat(questions(suggestions)).startsWith("rare").hasSize(2);
    }

    @Test
    void oneOfVeryManyThatIsNewComesBeforeThoseThatWereAnswered() {
        Bank bank = aBank().at(300).with("orm", .5, 5, 0);
        for (int i = 1; i <= 100; i++) {
            bank = bank.having("orm", option("answered-" + i, .6, tries(1, 0, i)));
        }
        bank = bank.having("orm", option("new", .6, PastTries.NONE));

        List<Suggestion> suggestions = nextQuestions.choose(bank, 1, 1);

        assertThat(questions(suggestions)).containsExactly("new");
    }

    @Test
    void ofVeryManyThatWereAnsweredTheOneOfLongestAgoComesFirst() {
        Bank bank = aBank().at(300).with("orm", .5, 5, 0);
        for (int i = 1; i <= 100; i++) {
            bank = bank.having("orm", option("answered-" + i, .6, tries(1, 1, 101 - i)));
        }

        List<Suggestion> suggestions = nextQuestions.choose(bank, 1, 1);

        assertThat(questions(suggestions)).containsExactly("answered-100");
    }

    /** Always among the same ones, those that suit worst would be all that is compared in the end. */
    @Test
    void eachTurnComparesOthersOfVeryMany() {
        Bank bank = aBank().with("orm", .5, 5, 90);

        List<Suggestion> suggestions = nextQuestions.choose(bank, 30, 1);

        assertThat(suggestions)
                .allSatisfy(suggestion ->
                        assertThat(suggestion.option().predicted().value()).isBetween(.4, .8));
    }

    @Test
    void aSecondTopicOfTheQuestionBeforeIsPassedOver() {
        Bank bank = aBank().with("orm", .45, 5, 0)
                .with("views", .4, 5, 5)
                .with("urls", .6, 5, 5)
                .with("forms", .9, 5, 5)
                .having(Bank.about("both", .6, "orm", "views"))
                .withoutDoubt();

        List<Suggestion> suggestions = nextQuestions.choose(bank, 2, 1);

        assertThat(questions(suggestions)).startsWith("both");
        assertThat(suggestions.get(1).topic()).isEqualTo(new TopicSlug("urls"));
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
    void topicsNotTriedYetComeFirstAndTheOneThatTellsMostBefore() {
        Bank bank = aBank().with("orm", .4, 3, 9)
                .with("views", .6, 3, 9)
                .with("caching", .55, 0, 9)
                .with("signals", .8, 0, 9);

        List<Suggestion> suggestions = nextQuestions.choose(bank, 3, 1);

        assertThat(topics(suggestions)).startsWith("caching", "signals").doesNotHaveDuplicates();
        assertThat(codes(suggestions.getFirst())).containsExactly("UNSEEN_TOPIC", "TARGET_DIFFICULTY", "NOT_SEEN_YET");
    }

    @Test
    void besideTopicsThatAreClearlyWeakOneOfThreeProbes() {
        Bank bank = aBank().with("orm", .3, 3, 9)
                .with("views", .3, 3, 9)
                .with("urls", .6, 3, 9)
                .with("caching", .55, 0, 9)
                .with("signals", .8, 0, 9);

        List<String> topics = topics(nextQuestions.choose(bank, 6, 1));

        assertThat(topics.get(2)).isEqualTo("caching");
        assertThat(topics.get(5)).isEqualTo("signals");
        assertThat(topics).filteredOn(List.of("orm", "views")::contains).hasSize(4);
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
                .having("orm", option("answered", .6, tries(1, 1, 10)))
                .having("orm", option("failed", .6, tries(2, .25, 20)))
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
                .having("orm", option("just-now", .6, tries(1, 0, 10)))
                .having("orm", option("four-ago", .6, tries(1, 0, 6)))
                .having("orm", option("five-ago", .6, tries(1, 0, 5)));

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
                .isEqualTo(
                        "The orm is your weakest topic (after 6 attempts we expect you to get 41 % of its questions right);"
                                + " it is the only new question on it to choose from (58 % chance that you get it right, we aim for 60 %);"
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

    @Property
    void whoWantsItEasierNeverGetsAHarderQuestion(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> predicted,
            @ForAll @DoubleRange(min = .3, max = .9) double one,
            @ForAll @DoubleRange(min = .3, max = .9) double other) {
        Bank bank = aBank().with("orm", .5, 4, 0);
        for (int i = 0; i < predicted.size(); i++) {
            bank = bank.having("orm", option("question-" + i, predicted.get(i), PastTries.NONE));
        }

        double harder = firstPredicted(bank, Math.min(one, other));
        double easier = firstPredicted(bank, Math.max(one, other));

        assertThat(easier).isGreaterThanOrEqualTo(harder);
    }

    @Property
    void aProbeIsAsNearItsAimAsAnyButForADifferenceThatNobodyWouldNotice(
            @ForAll long seed, @ForAll @DoubleRange(min = .3, max = .9) double target) {
        Bank bank = RandomBank.of(seed);

        List<Suggestion> usual = nextQuestions.choose(bank, 1, seed);
        List<Suggestion> chosen = nextQuestions.choose(bank, new Wishes(Target.of(target), Set.of()), 1, seed);

        double usualAim = bank.topics().stream().anyMatch(TopicStanding::isPractised) ? .5 : 1;
        assertThat(usual).allSatisfy(suggestion -> assertIsNearestIfProbe(bank, suggestion, usualAim));
        assertThat(chosen).allSatisfy(suggestion -> assertIsNearestIfProbe(bank, suggestion, target));
    }

    private static void assertIsNearestIfProbe(Bank bank, Suggestion suggestion, double aim) {
        if (codes(suggestion).contains("UNSEEN_TOPIC")) {
            double nearest = EvenChoice.rounds(bank.options(suggestion.topic()), Shelf.ENOUGH, bank.sequence())
                    .limit(Shelf.ENOUGH)
                    .mapToDouble(option -> Math.abs(option.predicted().value() - aim))
                    .min()
                    .orElseThrow();
            assertThat(Math.abs(suggestion.option().predicted().value() - aim)).isLessThan(nearest + .05 + 1e-9);
        }
    }

    @Test
    void ofTwoThatTellAboutAsMuchOnATopicNotTriedYetTheOneOnFewerTopicsIsAsked() {
        Bank bank = aBank().with("orm", .5, 5, 9)
                .with("caching", .5, 0, 0)
                .having(about("broad", .5, "caching", "signals", "views"))
                .with("signals", .5, 5, 0)
                .with("views", .5, 5, 0);

        Suggestion aboutAsNear = first(bank.having(about("narrow", .54, "caching")));
        Suggestion farther = first(bank.having(about("narrow", .56, "caching")));

        assertThat(questions(List.of(aboutAsNear, farther))).containsExactly("narrow", "broad");
        assertThat(codes(aboutAsNear)).contains("UNSEEN_TOPIC", "FEWER_TOPICS");
    }

    private Suggestion first(Bank bank) {
        return nextQuestions.choose(bank, 1, 1).getFirst();
    }

    @Test
    void aTargetThatTheLearnerChoseCountsOnTopicsNotTriedYet() {
        Bank newcomer = aBank().with("caching", .5, 0, 0)
                .having("caching", option("hard", .3, PastTries.NONE))
                .having("caching", option("even", .5, PastTries.NONE))
                .having("caching", option("easy", .7, PastTries.NONE))
                .having("caching", option("trivial", .95, PastTries.NONE));
        Bank experienced = newcomer.with("orm", .5, 3, 0);

        assertThat(firstQuestion(newcomer, Target.usual())).isEqualTo("trivial");
        assertThat(firstQuestion(newcomer, Target.of(.3))).isEqualTo("hard");
        assertThat(firstQuestion(experienced, Target.usual())).isEqualTo("even");
        assertThat(firstQuestion(experienced, Target.of(.7))).isEqualTo("easy");
    }

    private String firstQuestion(Bank bank, Target target) {
        return questions(nextQuestions.choose(bank, new Wishes(target, Set.of()), 1, 1))
                .getFirst();
    }

    private double firstPredicted(Bank bank, double targetSuccess) {
        var wishes = new Wishes(Target.of(targetSuccess), Set.of());
        return nextQuestions
                .choose(bank, wishes, 1, 1)
                .getFirst()
                .option()
                .predicted()
                .value();
    }

    @ParameterizedTest
    @ValueSource(doubles = {.29, .91, Double.NaN})
    void aTargetBeyondReasonIsRefused(double target) {
        assertThatThrownBy(() -> Target.of(target)).hasMessageContaining("between 0.3 and 0.9");
    }

    @Test
    void whatWasAnsweredRightComesBackTomorrowAtTheEarliestWhatFailedSooner() {
        Bank bank = aBank().at(50)
                .with("orm", .5, 4, 0)
                .having("orm", option("right-today", .6, tries(1, 1, 10, Duration.ofHours(23))))
                .having("orm", option("failed-today", .6, tries(1, .5, 11, Duration.ofHours(1))))
                .having("orm", option("right-yesterday", .6, tries(1, 1, 9, Duration.ofHours(24))));

        List<String> questions = questions(nextQuestions.choose(bank, 3, 1));

        assertThat(questions).containsExactly("failed-today", "right-yesterday");
    }

    @Property
    void everyFourthTurnIsAReviewWhileAnyIsDue(@ForAll long seed) {
        Bank bank = aBank().at(100).with("orm", .5, 5, 20).with("views", .6, 5, 20);
        for (int i = 0; i < 3; i++) {
            bank = bank.having("orm", option("due-" + i, .6, tries(1, 1, 10 + i, Duration.ofDays(30))));
        }

        List<String> questions = questions(nextQuestions.choose(bank, 16, seed));

        for (int turn = 0; turn < questions.size(); turn++) {
            assertThat(questions.get(turn).startsWith("due-")).isEqualTo(turn % 4 == 3 && turn < 12);
        }
    }

    @Test
    void theDeepestGapComesFirst() {
        Bank bank = aBank().with("sql", .45, 9, 9)
                .with("orm", .40, 9, 9, "sql")
                .with("aggregation", .2, 1, 9, "orm")
                .with("urls", .9, 9, 9)
                .with("forms", .9, 9, 9)
                .withoutDoubt();

        Suggestion first = nextQuestions.choose(bank, 1, 1).getFirst();

        assertThat(first.topic()).isEqualTo(new TopicSlug("sql"));
    }

    @Test
    void topicsThatRestOnEachOtherEndNoLoop() {
        Bank bank = aBank().with("orm", .4, 9, 9, "sql").with("sql", .45, 9, 9, "orm");

        assertThat(nextQuestions.choose(bank, 4, 1)).hasSize(4);
    }
}
