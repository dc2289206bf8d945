package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /srv/weakspot   | /srv/weakspot
            /srv/my data    | '/srv/my data'
            /srv/$HOME      | '/srv/$HOME'
            /srv/ada's      | '/srv/ada'\\''s'
            ~~              | ''
            """)
    void onlyWhatAShellWouldReadDifferentlyIsQuoted(String text, String word) {
        assertThat(ShellWord.of(text)).isEqualTo(word);
    }
}
