package dev.weakspot.cli.evaluate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.model.evaluation.Report;
import dev.weakspot.model.evaluation.Scorecard;
import dev.weakspot.model.quality.Interval;

/** A report for other programs. */
final class ReportJson {

    private ReportJson() {}

    static String of(Report report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rows", report.answers());
        ObjectNode models = json.putObject("models");
        report.scorecards().forEach((name, scorecard) -> put(models.putObject(name), scorecard));
        ObjectNode weakTopics = json.putObject("weak_topics");
        report.weakTopics().forEach((name, ranking) -> weakTopics
                .putObject(name)
                .put("ndcg3", ranking.ndcg3())
                .put("p_at_3", ranking.precisionAt3())
                .put("concordance", ranking.concordance())
                .put("learners", ranking.learners()));
        return json.toString();
    }

    private static void put(ObjectNode model, Scorecard scorecard) {
        model.put("auc", scorecard.quality().auc());
        model.put("log_loss", scorecard.quality().logLoss());
        model.put("ece", scorecard.quality().ece());
        model.put("brier", scorecard.quality().brier());
        model.put("predictions", scorecard.quality().predictions());
        model.put("us_per_event", scorecard.cost().microseconds());
        model.put("bytes_per_event", scorecard.cost().bytes());
        putInterval(model, "auc_95", scorecard.intervals().auc());
        putInterval(model, "log_loss_95", scorecard.intervals().logLoss());
        putInterval(model, "ece_95", scorecard.intervals().ece());
        putInterval(model, "brier_95", scorecard.intervals().brier());
    }

    private static void putInterval(ObjectNode model, String name, Interval interval) {
        model.putArray(name).add(interval.low()).add(interval.high());
    }
}
