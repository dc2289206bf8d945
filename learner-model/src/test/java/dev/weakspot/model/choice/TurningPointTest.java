package dev.weakspot.model.choice;

import static dev.weakspot.model.choice.Bank.NOON;
import static dev.weakspot.model.choice.Bank.aBank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.review.Rating;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a suggestion says would change it, changes it: the change that is named is made, and the choice made anew. */
class TurningPointTest {

    private static final int LENGTH = 10;

    private static final Pattern ANOTHER =
            Pattern.compile("If we expected (\\d+) % on (.+) instead of (\\d+) %, (.+) would come here\\.");
    private static final Pattern THE_SAME =
            Pattern.compile("Even if we expected (\\d+) % on (.+) instead of (\\d+) %, it would come here\\.");
    private static final Pattern NEARLY_ALL =
            Pattern.compile("We expect 99 % on (.+) already, and still it comes here\\.");
    private static final Pattern RANKED = Pattern.compile("One answer on (.+), and it is ranked with the others\\.");
    private static final Pattern COMES_BACK =
            Pattern.compile("Answered right today, it comes back in (a|\\d+) days?\\.");

    private final NextQuestions nextQuestions = new NextQuestions();

    @Property(tries = 2000)
    void whatIsNamedComesTrue(@ForAll long seed) {
        Bank bank = RandomBank.of(seed);
        Wishes wishes = RandomBank.wishes(seed);

        List<Suggestion> suggestions = nextQuestions.choose(bank, wishes, LENGTH, seed);

        for (int place = 0; place < suggestions.size(); place++) {
            new Situation(bank, wishes, seed, suggestions.subList(0, place), suggestions.get(place)).check();
        }
    }

    /** Forms that never occur would be checked by nobody. */
    @Test
    void everyFormOccurs() {
        var forms = new TreeMap<String, Integer>();
        for (long seed = 0; seed < 1000; seed++) {
            for (Suggestion suggestion :
                    nextQuestions.choose(RandomBank.of(seed), RandomBank.wishes(seed), LENGTH, seed)) {
                forms.merge(suggestion.turningPoint().substring(0, 4), 1, Integer::sum);
            }
        }

        assertThat(forms).containsOnlyKeys("Answ", "Even", "If w", "One ", "We e");
        assertThat(forms).allSatisfy((_, count) -> assertThat(count).isGreaterThan(10));
    }

    @Test
    void aTopicThatIsKnownMakesWayForTheNextWeakest() {
        Bank bank = aBank().with("orm", .40, 6, 9)
                .with("views", .60, 6, 9)
                .with("urls", .62, 6, 9)
                .with("forms", .64, 6, 9)
                .withoutDoubt();

        String sentence = nextQuestions.choose(bank, 1, 1).getFirst().turningPoint();

        assertThat(sentence)
                .matches("If we expected \\d\\d % on The orm instead of 40 %, The views would come here\\.");
    }

    /** From a half on a topic bears what rests on it. */
    @Test
    void aFoundationMakesWayAtAHalf() {
        Bank bank = aBank().with("sql", .45, 30, 9)
                .with("orm", .4, 2, 9, "sql")
                .with("urls", .9, 6, 9)
                .with("forms", .9, 6, 9)
                .withoutDoubt();

        String sentence = nextQuestions.choose(bank, 1, 1).getFirst().turningPoint();

        assertThat(sentence).isEqualTo("If we expected 50 % on The sql instead of 45 %, The orm would come here.");
    }

    /** One suggestion, those before it in the list, and what they were chosen from. */
    private record Situation(Bank bank, Wishes wishes, long seed, List<Suggestion> before, Suggestion suggestion) {

        void check() {
            String sentence = suggestion.turningPoint();
            Matcher another = ANOTHER.matcher(sentence);
            Matcher theSame = THE_SAME.matcher(sentence);
            Matcher nearlyAll = NEARLY_ALL.matcher(sentence);
            Matcher ranked = RANKED.matcher(sentence);
            Matcher comesBack = COMES_BACK.matcher(sentence);
            if (another.matches()) {
                checkAnother(number(another, 1), another.group(2), number(another, 3), another.group(4));
            } else if (theSame.matches()) {
                checkTheSame(number(theSame, 1), theSame.group(2), number(theSame, 3));
            } else if (nearlyAll.matches()) {
                assertThat(title(suggestion)).isEqualTo(nearlyAll.group(1));
                assertThat(percentNow()).isEqualTo(99);
            } else if (ranked.matches()) {
                checkRanked(ranked.group(1));
            } else {
                assertThat(sentence).matches(COMES_BACK);
                assertThat(comesBack.matches()).isTrue();
                checkComesBack(comesBack.group(1).equals("a") ? 1 : number(comesBack, 1));
            }
        }

        private void checkAnother(int percent, String title, int now, String other) {
            assertThat(title(suggestion)).isEqualTo(title);
            assertThat(percentNow()).isEqualTo(now).isLessThan(percent);
            assertThat(comesHere(bank.expecting(title, percent)).map(this::title))
                    .hasValue(other);
            assertThat(other).isNotEqualTo(title);
            if (percent - 1 > now) {
                assertThat(comesHere(bank.expecting(title, percent - 1)).map(this::title))
                        .hasValue(title);
            }
        }

        private void checkTheSame(int percent, String title, int now) {
            assertThat(title(suggestion)).isEqualTo(title);
            assertThat(percentNow()).isEqualTo(now).isLessThan(percent);
            assertThat(comesHere(bank.expecting(title, percent)).map(this::title))
                    .hasValue(title);
        }

        private void checkRanked(String title) {
            TopicStanding standing = bank.standing(suggestion.topic());
            Bank answered = bank.with(new TopicStanding(
                    standing.topic(),
                    standing.title(),
                    standing.prerequisites(),
                    standing.mastery(),
                    standing.doubt(),
                    1,
                    NOON,
                    standing.trend()));

            assertThat(standing.title()).isEqualTo(title);
            assertThat(WeakTopics.of(bank.topics()).ranking()).doesNotContain(standing);
            assertThat(WeakTopics.of(answered.topics()).ranking())
                    .extracting(TopicStanding::topic)
                    .contains(standing.topic());
        }

        private void checkComesBack(int days) {
            PastTries past = suggestion.option().past();
            PastTries after = past.after(1, bank.sequence() + 1, NOON);

            assertThat(past.memory().after(Rating.GOOD, NOON)).isEqualTo(after.memory());
            assertThat(after.isDueAt(NOON.plus(Duration.ofDays(days)))).isTrue();
            assertThat(after.isDueAt(NOON.plus(Duration.ofDays(days)).minusMillis(1)))
                    .isFalse();
        }

        /** What would be suggested after the same suggestions, with the same luck, of another landscape. */
        private Optional<Suggestion> comesHere(Bank other) {
            var draft = new Draft(other, wishes, new SplittableRandom(seed).nextLong());
            before.forEach(draft::add);
            return draft.addNext() ? Optional.of(draft.suggestions().getLast()) : Optional.empty();
        }

        private int percentNow() {
            double mastery = bank.standing(suggestion.topic()).mastery().value();
            return Math.clamp(Math.round(100 * mastery), 1, 99);
        }

        private String title(Suggestion other) {
            return bank.standing(other.topic()).title();
        }

        private static int number(Matcher matcher, int group) {
            return Integer.parseInt(matcher.group(group));
        }
    }
}
