package dev.weakspot.model.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Reason.AnsweredBefore;
import dev.weakspot.model.choice.Reason.DueReview;
import dev.weakspot.model.choice.Reason.EasyStart;
import dev.weakspot.model.choice.Reason.Exploration;
import dev.weakspot.model.choice.Reason.FailedLastTime;
import dev.weakspot.model.choice.Reason.FewerTopics;
import dev.weakspot.model.choice.Reason.Interleaved;
import dev.weakspot.model.choice.Reason.NotPractisedLately;
import dev.weakspot.model.choice.Reason.NotSeenYet;
import dev.weakspot.model.choice.Reason.OtherKind;
import dev.weakspot.model.choice.Reason.PrerequisiteOf;
import dev.weakspot.model.choice.Reason.TargetDifficulty;
import dev.weakspot.model.choice.Reason.UncertainTopic;
import dev.weakspot.model.choice.Reason.UnseenTopic;
import dev.weakspot.model.choice.Reason.WantedLevel;
import dev.weakspot.model.choice.Reason.WeakTopic;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a reason says is so: every claim is checked against what the choice was made from, on banks of all sorts. */
class ClaimsTest {

    private static final int LENGTH = 12;
    private static final double ROUNDING = 1e-9;

    private final NextQuestions nextQuestions = new NextQuestions();

    @Property(tries = 3000)
    void everyClaimIsTrue(@ForAll long seed) {
        Bank bank = RandomBank.of(seed);
        Wishes wishes = RandomBank.wishes(seed);

        List<Suggestion> suggestions = nextQuestions.choose(bank, wishes, LENGTH, seed);

        for (int place = 0; place < suggestions.size(); place++) {
            var situation = new Situation(bank, wishes, suggestions.subList(0, place), suggestions.get(place));
            assertThat(suggestions.get(place).reasons()).isNotEmpty().allSatisfy(situation::check);
            assertThat(Reason.sentence(suggestions.get(place).reasons())).matches("[A-Z][^.]*\\.");
        }
    }

    /** A check of reasons that are never given would check nothing. */
    @Test
    void banksOfAllSortsGiveAllReasons() {
        Set<String> codes = new TreeSet<>();
        for (long seed = 0; seed < 2000; seed++) {
            nextQuestions
                    .choose(RandomBank.of(seed), RandomBank.wishes(seed), LENGTH, seed)
                    .forEach(suggestion -> codes.addAll(Bank.codes(suggestion)));
        }

        assertThat(codes).hasSize(Reason.class.getPermittedSubclasses().length);
    }

    /** One suggestion, those before it in the list, and what they were chosen from. */
    private record Situation(Bank bank, Wishes wishes, List<Suggestion> before, Suggestion suggestion) {

        void check(Reason reason) {
            switch (reason) {
                case WeakTopic claim -> check(claim);
                case UncertainTopic claim -> check(claim);
                case Exploration claim -> check(claim);
                case Interleaved claim -> check(claim);
                case UnseenTopic claim -> check(claim);
                case PrerequisiteOf claim -> check(claim);
                case NotPractisedLately claim -> check(claim);
                case DueReview claim -> check(claim);
                case TargetDifficulty claim -> check(claim);
                case EasyStart claim -> check(claim);
                case FewerTopics claim -> check(claim);
                case OtherKind claim -> check(claim);
                case WantedLevel claim -> check(claim);
                case NotSeenYet _ -> assertThat(past().isNone()).isTrue();
                case FailedLastTime claim -> check(claim);
                case AnsweredBefore claim -> check(claim);
            }
        }

        private void check(WeakTopic claim) {
            TopicStanding standing = standing();
            assertThat(claim.title()).isEqualTo(standing.title());
            assertThat(claim.mastery()).isEqualTo(standing.mastery());
            assertThat(claim.attempts()).isEqualTo(standing.attempts()).isPositive();
            assertThat(practised()
                            .filter(other ->
                                    other.mastery().value() < standing.mastery().value()))
                    .hasSizeLessThan(claim.rank());
            assertThat(practised()
                            .filter(other -> other.mastery().value()
                                    <= standing.mastery().value()))
                    .hasSizeGreaterThanOrEqualTo(claim.rank());
        }

        private void check(UncertainTopic claim) {
            assertThat(claim.title()).isEqualTo(standing().title());
            assertThat(claim.attempts()).isEqualTo(standing().attempts()).isPositive();
            assertThat(claim.mastery()).isEqualTo(standing().mastery());
            assertThat(claim.mastery().high() - claim.mastery().low()).isGreaterThan(.2);
        }

        private void check(Exploration claim) {
            assertThat(claim.expected()).isEqualTo(standing().mastery().value());
            assertThat(claim.doubt()).isEqualTo(standing().doubt());
            assertThat(claim.instead()).isNotEqualTo(standing().title());
            assertThat(claim.doubt() + titled(claim.instead()).doubt()).isPositive();
            assertThat(titled(claim.instead()).isPractised()).isTrue();
        }

        private void check(Interleaved claim) {
            assertThat(claim.previous()).isNotEqualTo(standing().title());
            assertThat(bank.topics().stream()
                            .filter(standing -> isJustHad(standing))
                            .map(TopicStanding::title))
                    .contains(claim.previous());
        }

        private boolean isJustHad(TopicStanding standing) {
            if (before.isEmpty()) {
                return practised().noneMatch(other -> other.lastAnsweredAt().isAfter(standing.lastAnsweredAt()));
            }
            return before.getLast().option().question().topics().contains(standing.topic());
        }

        private void check(UnseenTopic claim) {
            assertThat(claim.title()).isEqualTo(standing().title());
            assertThat(standing().attempts()).isZero();
        }

        private void check(PrerequisiteOf claim) {
            assertThat(claim.title()).isEqualTo(standing().title());
            assertThat(standing().mastery().value()).isLessThan(.5);
            Set<TopicSlug> foundations = new HashSet<>();
            collectFoundations(titled(claim.dependent()), foundations);
            assertThat(foundations).contains(suggestion.topic());
        }

        private void collectFoundations(TopicStanding standing, Set<TopicSlug> found) {
            for (TopicSlug prerequisite : standing.prerequisites()) {
                if (found.add(prerequisite)) {
                    collectFoundations(bank.standing(prerequisite), found);
                }
            }
        }

        private void check(NotPractisedLately claim) {
            assertThat(claim.days()).isEqualTo(standing().daysSince(Bank.NOON)).isGreaterThanOrEqualTo(3);
        }

        private void check(DueReview claim) {
            assertThat(claim.recall()).isEqualTo(past().memory().recallAt(Bank.NOON));
            assertThat(claim.daysSince()).isEqualTo(past().daysSince(Bank.NOON)).isPositive();
            assertThat(past().isDueAt(Bank.NOON)).isTrue();
        }

        private void check(TargetDifficulty claim) {
            assertThat(claim.predicted()).isEqualTo(suggestion.option().predicted());
            assertThat(claim.target()).isIn(targets());
            assertThat(claim.among()).isEqualTo(among());
            if (reasons().noneMatch(reason -> reason instanceof FewerTopics || reason instanceof OtherKind)) {
                assertThat(rivals()).allSatisfy(rival -> assertThat(distance(rival, claim.target()))
                        .isGreaterThan(distance(suggestion.option(), claim.target()) - ROUNDING));
            }
        }

        private Collection<Double> targets() {
            return switch (wishes.target()) {
                case Target.Chosen chosen -> List.of(chosen.success());
                case Target.Usual _ -> standing().isPractised() ? List.of(.5, .6) : List.of(.5);
            };
        }

        private void check(EasyStart claim) {
            assertThat(practised()).isEmpty();
            assertThat(claim.predicted())
                    .isEqualTo(suggestion.option().predicted().value());
            assertThat(claim.among()).isEqualTo(among());
            assertThat(rivals())
                    .allSatisfy(rival -> assertThat(rival.predicted().value()).isLessThanOrEqualTo(claim.predicted()));
        }

        private void check(FewerTopics claim) {
            int topics = suggestion.option().question().topics().size();
            assertThat(claim.topics()).isEqualTo(topics);
            assertThat(rivals()).anySatisfy(rival -> {
                assertThat(rival.question().topics()).hasSizeGreaterThan(topics);
                assertThat(distance(rival, target())).isLessThan(distance(suggestion.option(), target()) + ROUNDING);
            });
        }

        private void check(OtherKind claim) {
            assertThat(claim.kind()).isEqualTo(suggestion.option().kind());
            assertThat(rivals()).anySatisfy(rival -> {
                assertThat(timesLately(rival)).isGreaterThan(timesLately(suggestion.option()));
                assertThat(distance(rival, target())).isLessThan(distance(suggestion.option(), target()) + ROUNDING);
            });
        }

        private long timesLately(Option option) {
            return before.subList(Math.max(0, before.size() - 3), before.size()).stream()
                    .filter(earlier -> earlier.option().kind().equals(option.kind()))
                    .count();
        }

        private void check(WantedLevel claim) {
            assertThat(claim.level()).isEqualTo(suggestion.option().level()).isIn(wishes.levels());
        }

        private void check(FailedLastTime claim) {
            assertThat(claim.lastScore()).isEqualTo(past().lastScore()).isLessThan(1);
            assertThat(claim.attemptsAgo()).isEqualTo(bank.sequence() - past().lastSequence() + 1);
        }

        private void check(AnsweredBefore claim) {
            assertThat(past().lastScore()).isEqualTo(1);
            assertThat(claim.attemptsAgo()).isEqualTo(bank.sequence() - past().lastSequence() + 1);
        }

        /** What the chosen question says it was compared with. */
        private Among among() {
            boolean isWanted = !wishes.levels().isEmpty()
                    && wishes.levels().contains(suggestion.option().level());
            return new Among(group(suggestion.option()), rivals().size(), isWanted);
        }

        private Among.Group group(Option option) {
            if (isReview()) {
                return Among.Group.DUE;
            }
            if (option.past().isNone()) {
                return Among.Group.NEW;
            }
            return option.past().lastScore() < 1 ? Among.Group.FAILED : Among.Group.RIGHT;
        }

        /** What it was compared with, itself among them. */
        private List<Option> rivals() {
            Set<QuestionId> taken = new HashSet<>();
            before.forEach(earlier -> taken.add(earlier.option().question().id()));
            List<Option> all = isReview()
                    ? bank.answered().stream()
                            .filter(option -> option.past().isDueAt(Bank.NOON))
                            .toList()
                    : EvenChoice.rounds(bank.options(suggestion.topic()), Shelf.ENOUGH, bank.sequence() + before.size())
                            .toList();
            boolean isWanted = wishes.levels().contains(suggestion.option().level());
            return all.stream()
                    .filter(option -> !taken.contains(option.question().id()))
                    .filter(option -> option.past().isNone() || option.past().lastSequence() <= bank.sequence() - 5)
                    .filter(option -> option.past().isNone()
                            || option.past().lastScore() < 1
                            || option.past().daysSince(Bank.NOON) >= 1)
                    .filter(option -> wishes.levels().contains(option.level()) == isWanted)
                    .filter(option -> group(option) == group(suggestion.option()))
                    .distinct()
                    .sorted(Comparator.comparingLong(option -> option.past().lastSequence()))
                    .limit(isReview() ? all.size() : Shelf.ENOUGH)
                    .sorted(Comparator.comparing(option -> option.question().id()))
                    .toList();
        }

        private boolean isReview() {
            return reasons().anyMatch(DueReview.class::isInstance);
        }

        private double target() {
            return reasons()
                    .filter(TargetDifficulty.class::isInstance)
                    .map(TargetDifficulty.class::cast)
                    .map(TargetDifficulty::target)
                    .findFirst()
                    .orElse(1.0);
        }

        private static double distance(Option option, double target) {
            return Math.abs(option.predicted().value() - target);
        }

        private Stream<Reason> reasons() {
            return suggestion.reasons().stream();
        }

        private PastTries past() {
            return suggestion.option().past();
        }

        private TopicStanding standing() {
            return bank.standing(suggestion.topic());
        }

        private TopicStanding titled(String title) {
            return bank.topics().stream()
                    .filter(standing -> standing.title().equals(title))
                    .findFirst()
                    .orElseThrow();
        }

        private Stream<TopicStanding> practised() {
            return bank.topics().stream().filter(TopicStanding::isPractised);
        }
    }
}
