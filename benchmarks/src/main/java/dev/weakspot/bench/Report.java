package dev.weakspot.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** What has been measured, for people and for programs. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Report() {}

    static String table(List<Figure> figures) {
        var table = new Formatter(Locale.ROOT);
        table.format("%-38s %12s %-6s %23s %8s %8s%n", "", "median", "", "spread", "floor", "goal");
        for (Figure figure : figures) {
            table.format("%-38s %12s %-6s %23s", figure.name(), number(figure.value()), figure.unit(), spread(figure));
            switch (figure.bar()) {
                case Bar.AtLeast(double floor, double goal) -> bars(table, "≥", floor, goal, figure);
                case Bar.AtMost(double floor, double goal) -> bars(table, "≤", floor, goal, figure);
                case Bar.WishedAtMost(double goal) -> table.format(" %8s %8s", "", "≤" + number(goal));
                case Bar.None() -> {}
            }
            table.format("%n");
        }
        return table.toString();
    }

    private static void bars(Formatter table, String sign, double floor, double goal, Figure figure) {
        table.format(" %8s %8s  %s", sign + number(floor), sign + number(goal), figure.isOk() ? "ok" : "MISSED");
    }

    private static String spread(Figure figure) {
        return figure.samples().values().size() == 1
                ? ""
                : number(figure.samples().lowest()) + " … "
                        + number(figure.samples().highest());
    }

    private static String number(double value) {
        String format = Math.abs(value) >= 1_000 ? "%,.0f" : Math.abs(value) >= 100 ? "%.0f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /** One object: name → value, lowest, highest, unit, floor, goal, ok. What has no floor or no goal has null for it, and without a floor it is ok. */
    static String json(List<Figure> figures) throws JsonProcessingException {
        ObjectNode report = JSON.createObjectNode();
        for (Figure figure : figures) {
            ObjectNode node = report.putObject(figure.name());
            node.put("value", figure.value());
            node.put("lowest", figure.samples().lowest());
            node.put("highest", figure.samples().highest());
            node.put("unit", figure.unit());
            switch (figure.bar()) {
                case Bar.AtLeast(double floor, double goal) ->
                    node.put("floor", floor).put("goal", goal);
                case Bar.AtMost(double floor, double goal) ->
                    node.put("floor", floor).put("goal", goal);
                case Bar.WishedAtMost(double goal) -> node.putNull("floor").put("goal", goal);
                case Bar.None() -> node.putNull("floor").putNull("goal");
            }
            node.put("ok", figure.isOk());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }
}
