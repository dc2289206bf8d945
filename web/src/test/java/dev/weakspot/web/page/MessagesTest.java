package dev.weakspot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of the pages: in each language, each key that is used, and no other. */
class MessagesTest {

    private static final Path MAIN = Path.of("src/main");

    /** A word in quotation marks that may be a key, or the beginning or the end of one that is put together. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");

    private static final Pattern USE = Pattern.compile("text\\(\"([a-z0-9.-]+)\"\\s*([+,)])");
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)");

    @Test
    void allLanguagesHaveTheSameKeys() {
        assertThat(texts(Language.GERMAN).keySet())
                .isEqualTo(texts(Language.ENGLISH).keySet());
    }

    @Test
    void eachKeyOfATemplateIsThere() {
        Set<String> keys = texts(Language.ENGLISH).keySet();

        List<String> missing = USE.matcher(sources())
                .results()
                .filter(use -> use.group(2).equals("+")
                        ? keys.stream().noneMatch(key -> key.startsWith(use.group(1)))
                        : !keys.contains(use.group(1)))
                .map(MatchResult::group)
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void eachKeyOfAControllerIsThere() {
        Set<String> keys = texts(Language.ENGLISH).keySet();
        Set<String> families = keys.stream().map(MessagesTest::family).collect(Collectors.toSet());

        // What looks like a key of ours, and does not only begin one.
        List<String> missing = LITERAL.matcher(sources())
                .results()
                .map(literal -> literal.group(1))
                .filter(word -> word.contains(".") && !word.endsWith(".") && families.contains(family(word)))
                .filter(word -> !keys.contains(word))
                .distinct()
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void eachKeyIsUsed() {
        Set<String> words = LITERAL.matcher(sources())
                .results()
                .map(literal -> literal.group(1))
                .collect(Collectors.toSet());

        List<String> unused = texts(Language.ENGLISH).keySet().stream()
                .filter(key -> !words.contains(key))
                .filter(key -> words.stream().noneMatch(word -> word.endsWith(".") && key.startsWith(word)))
                .toList();

        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachTextCanBeFilled(Language language) {
        texts(language).forEach((key, text) -> {
            // One apostrophe alone swallows the gaps behind it.
            assertThat(text.replace("''", "")).as(key).doesNotContain("'");
            assertThat(new MessageFormat(text, language.locale()).format(new Object[] {2, 2, 2, 2, 2, 2}))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{");
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachTextHasTheSameGaps(Language language) {
        Map<String, String> english = texts(Language.ENGLISH);

        texts(language)
                .forEach((key, text) -> assertThat(gaps(text)).as(key).isEqualTo(gaps(english.getOrDefault(key, ""))));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(gap -> gap.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String family(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Map<String, String> texts(Language language) {
        String suffix = language == Language.ENGLISH ? "" : "_" + language.code();
        var texts = new Properties();
        try (Reader file = Files.newBufferedReader(MAIN.resolve("resources/messages" + suffix + ".properties"))) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, texts::getProperty, (one, _) -> one, TreeMap::new));
    }

    /** All templates and classes as one text. */
    private static String sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Arrays.asList("jte", "java").contains(extension(file)))
                    .map(MessagesTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
