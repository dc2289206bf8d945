package dev.weakspot.web.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void aRowEndsAsRfc4180WantsIt() {
        assertThat(Csv.row(List.of("a", "", "c"))).isEqualTo("a,,c\r\n");
    }

    @Test
    void whatHasCommasQuotesOrLineEndsIsQuoted() {
        assertThat(Csv.row(List.of("a,b", "say \"no\"", "two\nlines", "two\r\nlines", "plain text")))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\"two\r\nlines\",plain text\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "=cmd|' /C calc'!A0"})
    void nothingBeginsAFormula(String value) {
        assertThat(Csv.row(List.of(value))).isEqualTo("'" + value + "\r\n");
    }

    @Test
    void aFormulaIsFoundBehindALineEndToo() {
        assertThat(Csv.row(List.of("\r=1", "=1\n,2"))).isEqualTo("\"'\r=1\",\"'=1\n,2\"\r\n");
    }

    @Test
    void whatOnlyContainsSuchASignStaysAsItIs() {
        assertThat(Csv.row(List.of("1=1", "a-b", "a@b", "0.5"))).isEqualTo("1=1,a-b,a@b,0.5\r\n");
    }
}
