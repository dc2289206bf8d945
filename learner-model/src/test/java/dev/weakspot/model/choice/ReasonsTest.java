package dev.weakspot.model.choice;

import static dev.weakspot.model.choice.Bank.aBank;
import static dev.weakspot.model.choice.Bank.codes;
import static dev.weakspot.model.choice.Bank.option;
import static dev.weakspot.model.choice.Bank.questions;
import static dev.weakspot.model.choice.Bank.topics;
import static dev.weakspot.model.choice.Bank.tries;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reasons are no decoration: take away what one speaks of, and something else is suggested, for other reasons. */
class ReasonsTest {

    private static final long SEED = 1;

    private final NextQuestions nextQuestions = new NextQuestions();

    @Test
    void weakTopic() {
        Bank weak = aBank().with("orm", .4, 6, 9)
                .with("views", .7, 6, 9)
                .with("urls", .72, 6, 9)
                .with("forms", .73, 6, 9)
                .withoutDoubt();
        Bank strong = weak.with("orm", .9, 6, 0).withoutDoubt();

        assertThat(reason(weak, Reason.WeakTopic.class).rank()).isEqualTo(1);
        assertThat(topicOf(weak)).isEqualTo("orm");
        assertThat(topicOf(strong)).isNotEqualTo("orm");
    }

    @Test
    void uncertainTopic() {
        Bank hardlyTried = aBank().with("orm", .50, 40, 9)
                .with("views", .51, 40, 9)
                .with("urls", .52, 40, 9)
                .with("forms", .53, 1, 9)
                .withoutDoubt();
        Bank wellTried = hardlyTried.with("forms", .53, 40, 0).withoutDoubt();

        assertThat(reason(hardlyTried, Reason.UncertainTopic.class).attempts()).isEqualTo(1);
        assertThat(topicOf(hardlyTried)).isEqualTo("forms");
        assertThat(topicOf(wellTried)).isNotEqualTo("forms");
    }

    @Test
    void exploration() {
        Bank unsure = aBank().with("orm", .50, 4, 9).with("views", .55, 4, 9).with("urls", .60, 4, 9);
        long seed = LongStream.range(0, 100)
                .filter(candidate -> codes(first(unsure, candidate)).contains("EXPLORATION"))
                .findFirst()
                .orElseThrow();

        Suggestion explored = first(unsure, seed);
        Suggestion known = first(unsure.withoutDoubt(), seed);

        assertThat(known.topic()).isNotEqualTo(explored.topic());
        assertThat(codes(known)).doesNotContain("EXPLORATION");
    }

    @Test
    void interleaved() {
        Bank bank = aBank().with("orm", .4, 6, 9)
                .with("views", .7, 6, 9)
                .with("urls", .75, 6, 9)
                .withoutDoubt();

        List<Suggestion> suggestions = nextQuestions.choose(bank, 2, SEED);

        assertThat(topics(suggestions)).first().isEqualTo("orm");
        assertThat(suggestions.get(1).topic().value()).isNotEqualTo("orm");
        assertThat(codes(suggestions.get(1))).contains("INTERLEAVED");
        assertThat(codes(suggestions.getFirst())).doesNotContain("INTERLEAVED");
    }

    @Test
    void interleavedWithWhatWasJustPractised() {
        Bank other = aBank().with("orm", .4, 6, 9)
                .with("views", .5, 6, 9)
                .with("urls", .55, 6, 9)
                .withoutDoubt();
        Bank sameTopic = other.lastPractised("views", 1).lastPractised("urls", 1);

        assertThat(topicOf(other)).isEqualTo("orm");
        assertThat(topicOf(sameTopic)).isEqualTo("views");
        assertThat(reason(sameTopic, Reason.Interleaved.class).previous()).isEqualTo("The orm");
    }

    @Test
    void unseenTopic() {
        Bank unseen = aBank().with("orm", .5, 5, 9).with("caching", .6, 0, 9).withoutDoubt();
        Bank seen = unseen.with("caching", .6, 5, 0).withoutDoubt();

        assertThat(reason(unseen, Reason.UnseenTopic.class).mastery().value()).isEqualTo(.6);
        assertThat(topicOf(unseen)).isEqualTo("caching");
        assertThat(topicOf(seen)).isEqualTo("orm");
    }

    @Test
    void easyStart() {
        Bank newcomer = aBank().with("basics", .6, 0, 9);
        Bank experienced = newcomer.with("views", .6, 1, 0);

        assertThat(reason(newcomer, Reason.EasyStart.class).predicted()).isEqualTo(.64);
        assertThat(questionOf(newcomer)).isEqualTo("basics-8");
        assertThat(questionOf(experienced)).isEqualTo("basics-0");
    }

    @Test
    void prerequisiteOf() {
        Bank resting = aBank().with("sql", .45, 30, 9)
                .with("orm", .4, 2, 9, "sql")
                .with("urls", .9, 6, 9)
                .with("forms", .9, 6, 9)
                .withoutDoubt();
        Bank standing = resting.with("orm", .4, 2, 0).withoutDoubt();

        assertThat(reason(resting, Reason.PrerequisiteOf.class).dependent()).isEqualTo("The orm");
        assertThat(topicOf(resting)).isEqualTo("sql");
        assertThat(topicOf(standing)).isEqualTo("orm");
    }

    @Test
    void notPractisedLately() {
        Bank even = aBank().with("orm", .50, 20, 9).with("views", .50, 21, 9).withoutDoubt();
        Bank longAgo = even.lastPractised("views", 60);

        assertThat(reason(longAgo, Reason.NotPractisedLately.class).days()).isEqualTo(60);
        assertThat(topicOf(longAgo)).isEqualTo("views");
        assertThat(topicOf(even)).isEqualTo("orm");
    }

    @Test
    void dueReview() {
        Bank due = aBank().at(103)
                .with("orm", .5, 5, 9)
                .having("orm", option("old", .6, tries(1, 1, 10, Duration.ofDays(4))));
        Bank fresh = aBank().at(103)
                .with("orm", .5, 5, 9)
                .having("orm", option("old", .6, tries(1, 1, 10, Duration.ofDays(1))));

        assertThat(reason(due, Reason.DueReview.class).daysSince()).isEqualTo(4);
        assertThat(questionOf(due)).isEqualTo("old");
        assertThat(questionOf(fresh)).isNotEqualTo("old");
    }

    @Test
    void targetDifficulty() {
        Bank suiting = aBank().with("orm", .5, 5, 0)
                .having("orm", option("right", .6, PastTries.NONE))
                .having("orm", option("easy", .7, PastTries.NONE));
        Bank hopeless = aBank().with("orm", .5, 5, 0)
                .having("orm", option("right", .1, PastTries.NONE))
                .having("orm", option("easy", .7, PastTries.NONE));

        assertThat(reason(suiting, Reason.TargetDifficulty.class).target()).isEqualTo(.6);
        assertThat(questionOf(suiting)).isEqualTo("right");
        assertThat(questionOf(hopeless)).isEqualTo("easy");
    }

    @Test
    void otherKind() {
        Bank ofTwoKinds = aBank().with("orm", .5, 5, 0)
                .having("orm", option("a", .60, PastTries.NONE, "choose", "mid"))
                .having("orm", option("b", .61, PastTries.NONE, "choose", "mid"))
                .having("orm", option("c", .62, PastTries.NONE, "write", "mid"));
        Bank ofOneKind = aBank().with("orm", .5, 5, 0)
                .having("orm", option("a", .60, PastTries.NONE, "choose", "mid"))
                .having("orm", option("b", .61, PastTries.NONE, "choose", "mid"))
                .having("orm", option("c", .62, PastTries.NONE, "choose", "mid"));

        List<Suggestion> varied = nextQuestions.choose(ofTwoKinds, 3, SEED);

        assertThat(questions(varied)).containsExactly("a", "c", "b");
        assertThat(codes(varied.get(1))).contains("OTHER_KIND");
        assertThat(questions(nextQuestions.choose(ofOneKind, 3, SEED))).containsExactly("a", "b", "c");
    }

    @Test
    void fewerTopics() {
        Option broad = Bank.about("broad", .6, "orm", "views");
        Bank both = aBank().with("orm", .5, 5, 0).having("orm", option("narrow", .7, PastTries.NONE));
        Bank further = aBank().with("orm", .5, 5, 0).having("orm", option("narrow", .9, PastTries.NONE));

        assertThat(reason(both.having(broad), Reason.FewerTopics.class).topics())
                .isEqualTo(1);
        assertThat(questionOf(both.having(broad))).isEqualTo("narrow");
        assertThat(questionOf(further.having(broad))).isEqualTo("broad");
        assertThat(codes(first(both, SEED))).doesNotContain("FEWER_TOPICS");
    }

    @Test
    void wantedLevel() {
        Bank bank = aBank().with("orm", .5, 5, 0)
                .having("orm", option("for-juniors", .6, PastTries.NONE, "any", "junior"))
                .having("orm", option("for-seniors", .4, PastTries.NONE, "any", "senior"));

        Suggestion wanted = nextQuestions
                .choose(bank, new Wishes(Target.usual(), Set.of("senior")), 1, SEED)
                .getFirst();

        assertThat(wanted.option().question().id().value()).isEqualTo("for-seniors");
        assertThat(codes(wanted)).contains("WANTED_LEVEL");
        assertThat(questionOf(bank)).isEqualTo("for-juniors");
    }

    @Test
    void notSeenYet() {
        Bank unseen = aBank().at(50)
                .with("orm", .5, 5, 0)
                .having("orm", option("a", .3, PastTries.NONE))
                .having("orm", option("b", .6, tries(1, 0, 10)));
        Bank seen = aBank().at(50)
                .with("orm", .5, 5, 0)
                .having("orm", option("a", .3, tries(1, 0, 11)))
                .having("orm", option("b", .6, tries(1, 0, 10)));

        assertThat(codes(first(unseen, SEED))).contains("NOT_SEEN_YET");
        assertThat(questionOf(unseen)).isEqualTo("a");
        assertThat(questionOf(seen)).isEqualTo("b");
    }

    @Test
    void failedLastTime() {
        Bank failed = aBank().at(50)
                .with("orm", .5, 5, 0)
                .having("orm", option("a", .3, tries(1, 0, 11)))
                .having("orm", option("b", .6, tries(1, 1, 10)));
        Bank right = aBank().at(50)
                .with("orm", .5, 5, 0)
                .having("orm", option("a", .3, tries(1, 1, 11)))
                .having("orm", option("b", .6, tries(1, 1, 10)));

        assertThat(reason(failed, Reason.FailedLastTime.class).attemptsAgo()).isEqualTo(40);
        assertThat(questionOf(failed)).isEqualTo("a");
        assertThat(questionOf(right)).isEqualTo("b");
    }

    @Test
    void answeredBefore() {
        Bank answeredLongAgo = aBank().at(50)
                .with("orm", .5, 5, 0)
                .having("orm", option("a", .6, tries(1, 1, 10)))
                .having("orm", option("b", .6, tries(1, 1, 11)));
        Bank answeredLately = aBank().at(50)
                .with("orm", .5, 5, 0)
                .having("orm", option("a", .6, tries(2, 1, 12)))
                .having("orm", option("b", .6, tries(1, 1, 11)));

        assertThat(reason(answeredLongAgo, Reason.AnsweredBefore.class).attemptsAgo())
                .isEqualTo(41);
        assertThat(questionOf(answeredLongAgo)).isEqualTo("a");
        assertThat(questionOf(answeredLately)).isEqualTo("b");
    }

    @Test
    void everyReasonSpeaksInTurn() {
        Bank bank = aBank().with("orm", .41, 6, 0).having("orm", option("lazy", .58, PastTries.NONE));

        Suggestion suggestion = first(bank, SEED);

        assertThat(suggestion.reasons().getFirst().numbers())
                .containsEntry("mastery", .41)
                .containsEntry("attempts", 6);
        assertThat(Reason.sentence(suggestion.reasons()))
                .isEqualTo(
                        "The orm is your weakest topic (after 6 attempts we expect you to get 41 % of its questions right);"
                                + " it is the only new question on it to choose from (58 % chance that you get it right, we aim for 60 %);"
                                + " you have not seen it yet.");
        assertThat(suggestion.turningPoint())
                .isEqualTo("Even if we expected 99 % on The orm instead of 41 %, it would come here.");
    }

    private Suggestion first(Bank bank, long seed) {
        return nextQuestions.choose(bank, 1, seed).getFirst();
    }

    private String topicOf(Bank bank) {
        return first(bank, SEED).topic().value();
    }

    private String questionOf(Bank bank) {
        return first(bank, SEED).option().question().id().value();
    }

    private <R extends Reason> R reason(Bank bank, Class<R> type) {
        return Bank.reason(first(bank, SEED), type);
    }

    @Test
    void nothingIsCertainInASentence() {
        assertThat(Stream.of(0.0, .004, .5, .9977, 1.0).map(Reason::percent))
                .containsExactly("1 %", "1 %", "50 %", "99 %", "99 %");
    }
}
