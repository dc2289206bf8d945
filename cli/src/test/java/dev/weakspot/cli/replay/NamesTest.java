package dev.weakspot.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.testbed.LocalIdentity;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Names names;

    @BeforeEach
    void make() throws IOException {
        names = new Names("set", LocalIdentity.in(folder));
    }

    @Test
    void aPrefixIsMadeFromTheFilesName() {
        assertThat(Names.prefixOf("dbe_kt22_train.csv.gz")).isEqualTo("dbe-kt22-train");
        assertThat(Names.prefixOf("a".repeat(29) + "_responses.csv")).isEqualTo("a".repeat(29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93", "Joins & Keys", "Ünïcode", "", "a/b?c", "ALGEBRA"})
    void everyNameBecomesAValidSlug(String name) {
        assertThat(names.topic(name)).matches("set\\.t-[a-z0-9][a-z0-9.-]{0,70}");
        assertThat(names.question("x".repeat(300) + name)).matches("[a-z0-9][a-z0-9.-]{0,79}");
    }

    @Test
    void namesThatDifferStayApart() {
        assertThat(names.topic("Joins")).isNotEqualTo(names.topic("joins"));
        assertThat(names.topic("a b")).isNotEqualTo(names.topic("a-b"));
        assertThat(names.question("x".repeat(100) + "1")).isNotEqualTo(names.question("x".repeat(100) + "2"));
        assertThat(names.topic("7")).isNotEqualTo(names.question("7"));
    }
}
