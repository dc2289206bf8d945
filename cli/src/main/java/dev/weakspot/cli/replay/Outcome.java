package dev.weakspot.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * What a replay came to.
 *
 * @param accepted attempts that the practice service has recorded
 * @param repeated how many of them an earlier run had sent already
 * @param published how many of them are on Kafka
 * @param applied how many of them are in the beliefs
 * @param seconds from the first post until all were applied
 * @param quality of the model's predictions on the data set's questions, each made before the answer was known
 * @param weakest topics over all learners, and how many more have too few of them to be shown
 */
record Outcome(
        long accepted,
        long repeated,
        long published,
        long applied,
        double seconds,
        JsonNode quality,
        JsonNode weakest) {

    boolean isComplete() {
        return published == accepted && applied == accepted;
    }

    String toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("accepted", accepted);
        json.put("repeated", repeated);
        json.put("published", published);
        json.put("applied", applied);
        json.put("seconds", Math.round(seconds * 100) / 100.0);
        json.put("per_second", Math.round(accepted / seconds));
        json.set("auc", quality.path("auc"));
        json.set("log_loss", quality.path("log_loss"));
        json.set("predictions", quality.path("predictions"));
        json.set("weakest_topics", weakest.path("items"));
        return json.toString();
    }

    String toTable() {
        var table = new StringBuilder();
        row(table, "accepted", "%,d", accepted);
        if (repeated > 0) {
            row(table, "  sent before", "%,d", repeated);
        }
        row(table, "published", "%,d", published);
        row(table, "applied", "%,d", applied);
        row(table, "time", "%.1f s", seconds);
        row(table, "rate", "%,.0f attempts/s", accepted / seconds);
        row(
                table,
                "predictions",
                "%,d (each made before its answer was known)",
                quality.path("predictions").asLong());
        row(table, "AUC", "%.4f", quality.path("auc").asDouble());
        row(table, "log loss", "%.4f", quality.path("log_loss").asDouble());
        table.append("\nWeakest topics over all learners\n");
        weakest.path("items")
                .forEach(topic -> table.append(String.format(
                        Locale.ROOT,
                        "  %4.0f %%  %s (%s)%n",
                        100 * topic.path("mastery").asDouble(),
                        topic.path("title").asText(topic.path("topic").asText()),
                        learners(topic.path("learners").asLong()))));
        if (weakest.path("withheld").asInt() > 0) {
            table.append("  Topics with too few learners to be shown: ")
                    .append(weakest.path("withheld").asInt())
                    .append('\n');
        }
        return table.toString();
    }

    private static String learners(long count) {
        return count == 1 ? "1 learner" : String.format(Locale.ROOT, "%,d learners", count);
    }

    private static void row(StringBuilder table, String what, String format, Object value) {
        table.append(String.format(Locale.ROOT, "%-14s " + format + "%n", what, value));
    }
}
