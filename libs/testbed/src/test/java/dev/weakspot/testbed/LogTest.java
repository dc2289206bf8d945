package dev.weakspot.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogTest {

    @Test
    void aWarningIsNoPartOfWhatACommandAnswers() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var answered = new ByteArrayOutputStream();
        var told = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(answered, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            LoggerFactory.getLogger(LogTest.class).warn("The machine stood still");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(told.toString(StandardCharsets.UTF_8)).contains("The machine stood still");
        assertThat(answered.size()).isZero();
    }
}
