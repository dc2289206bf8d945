package dev.weakspot.cli.simulate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.model.simulation.Comparison;
import dev.weakspot.model.simulation.Comparison.Performance;
import dev.weakspot.model.simulation.Comparison.Ranking;
import dev.weakspot.model.simulation.Mean;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** A comparison, for people and for machines. */
final class Report {

    private Report() {}

    static String toTable(Comparison comparison) {
        var table = new StringBuilder();
        Set<Integer> checkpoints = comparison.performances().getFirst().found().keySet();
        table.append("after attempts ");
        checkpoints.forEach(attempts -> table.append(String.format(Locale.ROOT, "%15d", attempts)));
        table.append("\npolicy         ");
        checkpoints.forEach(_ -> table.append("    P@3  NDCG@3"));
        table.append("    gain      vs random  vs oracle  reviews\n");
        comparison.performances().forEach(performance -> table.append(row(performance)));
        table.append("""

                P@3: share of the truly weakest three topics that the learner model finds after so many attempts.
                NDCG@3: the same, weighted by how weak they are and by rank; 1 is best.
                gain: share of what they did not know that they know three days after the last attempt;
                vs random, vs oracle: that gain divided by the gain under those policies.
                reviews: share of attempts on questions that they had answered before.
                ./weakspot simulate --help says what each policy does.
                """);
        table.append(String.format(Locale.ROOT, "%,d learners; ± is two standard errors.", comparison.learners()));
        return table.toString();
    }

    private static String row(Performance performance) {
        var row = new StringBuilder(String.format(Locale.ROOT, "%-15s", performance.policy()));
        for (Ranking ranking : performance.found().values()) {
            row.append(String.format(
                    Locale.ROOT,
                    "  %5.3f   %5.3f",
                    ranking.pAt3().value(),
                    ranking.ndcgAt3().value()));
        }
        row.append(String.format(
                Locale.ROOT,
                "  %6.4f  %.3f ± %.3f  %9.3f  %5.0f %%%n",
                performance.gain().value(),
                performance.gainVersusRandom().value(),
                2 * performance.gainVersusRandom().error(),
                performance.gainVersusOracle().value(),
                100 * performance.reviews().value()));
        return row.toString();
    }

    static String toJson(Comparison comparison) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("learners", comparison.learners());
        ObjectNode policies = json.putObject("policies");
        for (Performance performance : comparison.performances()) {
            ObjectNode policy = policies.putObject(performance.policy());
            policy.set("p_at_3", byAttempts(performance, Ranking::pAt3));
            policy.put(
                    "ndcg_at_3",
                    rounded(performance.found().lastEntry().getValue().ndcgAt3().value()));
            policy.set("ndcg_at_3_by_attempts", byAttempts(performance, Ranking::ndcgAt3));
            policy.put("gain", rounded(performance.gain().value()));
            policy.put("gain_vs_random", rounded(performance.gainVersusRandom().value()));
            policy.put(
                    "gain_vs_random_error",
                    rounded(performance.gainVersusRandom().error()));
            policy.put("gain_vs_oracle", rounded(performance.gainVersusOracle().value()));
            policy.put("review_load", rounded(performance.reviews().value()));
        }
        return json.toString();
    }

    private static ObjectNode byAttempts(Performance performance, Function<Ranking, Mean> mean) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        performance
                .found()
                .forEach((attempts, ranking) -> json.put(
                        String.valueOf(attempts), rounded(mean.apply(ranking).value())));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
