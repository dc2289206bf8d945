package dev.weakspot.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.simulation.Comparison.Performance;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gate for every change of the policy, in short; {@code ./weakspot simulate} is the long form. */
class SimulationTest {

    private static final int LEARNERS = 200;
    private static final long SEED = 77;

    private static Comparison comparison;

    @BeforeAll
    static void letLearnersPractise() {
        List<Policy> policies =
                List.of(Policies.random(), Policies.greedyWeakest(), Policies.weakspot(), new Policy.Oracle());
        comparison = simulate(new Setting.MadeUp(12, 360), LEARNERS, policies);
    }

    @Test
    void oursFindsTheWeakestTopics() {
        Performance ours = comparison.of("weakspot");

        assertThat(ours.pAt3(20)).isGreaterThanOrEqualTo(.45);
        assertThat(ours.pAt3(60)).isGreaterThanOrEqualTo(.53);
    }

    @Test
    void oursTeachesATenthMoreThanChance() {
        assertThat(comparison.of("weakspot").gainVersusRandom().value()).isGreaterThanOrEqualTo(1.1);
    }

    @Test
    void drillingTheWeakestIsATrap() {
        Performance greedy = comparison.of("greedy_weakest");

        assertThat(greedy.gainVersusRandom().value())
                .isLessThan(comparison.of("weakspot").gainVersusRandom().value() - .08);
        assertThat(greedy.pAt3(60)).isLessThan(comparison.of("random").pAt3(60));
    }

    @Test
    void nobodyBeatsTheOracle() {
        assertThat(comparison.performances())
                .filteredOn(performance -> !performance.policy().equals("oracle"))
                .allSatisfy(performance ->
                        assertThat(performance.gainVersusOracle().value()).isLessThan(1));
    }

    @Test
    void reviewsLeaveTimeForWhatIsNew() {
        assertThat(comparison.of("weakspot").reviews().value()).isBetween(.05, .25);
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        List<Policy> policies = List.of(Policies.random(), Policies.weakspot(), new Policy.Oracle());
        Setting setting = new Setting.MadeUp(5, 30);

        Comparison once = simulate(setting, 8, policies);

        assertThat(simulate(setting, 8, policies)).isEqualTo(once);
    }

    private static Comparison simulate(Setting setting, int learners, List<Policy> policies) {
        return Simulation.ofLean().run(new Simulation.Plan(setting, learners, 60, SEED), policies, () -> {});
    }
}
