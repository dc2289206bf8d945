package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.testbed.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {

    private final int portBase = Ports.anyFree(6);

    @TempDir
    private Path data;

    @Test
    void everythingBecomesReadyWithoutAWarningAndStopsInOrder() throws Exception {
        try (var weakspot = WeakspotProcess.start(data, portBase)) {
            assertThat(weakspot.output())
                    .contains("PostgreSQL", "Kafka", "catalog", "practice", "recommendation")
                    .containsPattern("(?s)question bank +\\d{3,} questions +ready after.*Weakspot is ready");

            assertThat(weakspot.stop()).isEqualTo(143);
            assertThat(weakspot.output()).contains("Stopped after").doesNotContain("\tat ");
            Path log = new DataFolder(data).log();
            assertThat(log).content().contains("Weakspot starts", "Weakspot is ready", "Weakspot has stopped");
            assertThat(Complaints.in(log)).isEmpty();
        }
    }

    @Test
    void whatIsStoppedWhileItStartsSaysNothingElse() throws Exception {
        try (var weakspot = WeakspotProcess.begin(data, portBase)) {
            assertThat(weakspot.stop()).isEqualTo(143);
            List<String> lines = weakspot.lines();
            assertThat(lines.subList(lines.indexOf("Stopping …") + 1, lines.size()))
                    .singleElement()
                    .asString()
                    .startsWith("Stopped after");
        }
    }

    @Test
    void aSecondStartOnTheSameDataIsRefusedInOneSentence() throws Exception {
        try (var first = WeakspotProcess.start(data, portBase);
                var second = WeakspotProcess.begin(data, Ports.anyFree(6), "--fresh")) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output())
                    .startsWith("Weakspot already runs on " + data)
                    .hasLineCount(1);
            assertThat(first.isRunning()).isTrue();
            first.stop();
        }
    }

    @Test
    void aBankFolderThatIsNotThereIsRefusedInOneSentence() throws Exception {
        try (var weakspot = WeakspotProcess.begin(Map.of("WEAKSPOT_BANK_FOLDER", "no/such/bank"), data, portBase)) {
            assertThat(weakspot.exitCode()).isEqualTo(1);
            assertThat(weakspot.output()).isEqualTo("WEAKSPOT_BANK_FOLDER: no/such/bank is no folder.");
        }
    }

    @Test
    void faultsOfTheBankAreToldOnTheConsole(@TempDir Path bank) throws Exception {
        Files.writeString(
                bank.resolve("lists.yaml"), "topic: {slug: lists, title: Lists, group: }\nquestions: [{id: empty}]\n");

        try (var weakspot = WeakspotProcess.begin(Map.of("WEAKSPOT_BANK_FOLDER", bank.toString()), data, portBase)) {
            assertThat(weakspot.awaitLine("The question bank"))
                    .matches(
                            "The question bank has \\d+ faults, .* the first is: .*lists.yaml:1: topic: group is missing");
            weakspot.stop();
        }
    }

    @Test
    void aKilledSystemStartsAgain() throws Exception {
        try (var killed = WeakspotProcess.start(data, portBase)) {
            killed.kill();
        }

        try (var again = WeakspotProcess.start(data, portBase)) {
            assertThat(again.output()).contains("Weakspot is ready");
            again.stop();
        }
    }
}
