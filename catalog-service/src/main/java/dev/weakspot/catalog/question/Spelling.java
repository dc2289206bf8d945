package dev.weakspot.catalog.question;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads mistyped words as those that stand in questions: a word that no question has in any form is read as the one that takes the
 * fewest edits, when that is one, or two in a word of seven letters and more; two neighbours that have changed places are one edit.
 * A shorter word than four letters is nobody's typo.
 */
@Singleton
class Spelling {

    /** Not what stands behind a minus: who excludes a word that is nowhere has what they want. */
    private static final Pattern WORD = Pattern.compile("(?<![-\\p{L}\\p{N}])\\p{L}{4,40}(?![\\p{L}\\p{N}])");

    /** Each takes a look through the words of the bank. */
    private static final int MOST_WORDS = 8;

    // A word that means nothing to a search, like "about", has no lexeme and is not looked for. The list of words
    // answers at
    // once what looking for a common word in the questions takes milliseconds for.
    private static final String CORRECT = """
            select typed, meant.word
              from unnest(?::text[]) as typed,
                   lateral (
                       select word, questions, levenshtein_less_equal(word, typed, 2) as edits
                         from (select * from listed_word order by word <-> typed limit 30) as near
                       union all
                       select word, questions, 1
                         from generate_series(1, length(typed) - 1) as position
                         join listed_word
                           on word = overlay(typed placing reverse(substr(typed, position, 2)) from position for 2)
                   ) as meant
             where numnode(plainto_tsquery('english', typed)) > 0
               and not exists (select from listed_word where word = typed)
               and not exists (select from listed_question where search @@ plainto_tsquery('english', typed))
               and edits <= case when length(typed) < 7 then 1 else 2 end
             order by edits, questions desc, word
            """;

    private final JdbcOperations database;

    Spelling(JdbcOperations database) {
        this.database = database;
    }

    /** What to read otherwise in a text; each word once. */
    @Connectable
    List<Correction> correct(String text) {
        Object[] words = WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Spelling::lower)
                .distinct()
                .limit(MOST_WORDS)
                .toArray();
        return words.length == 0 ? List.of() : bestOf(words);
    }

    private List<Correction> bestOf(Object[] words) {
        return database.prepareStatement(CORRECT, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", words));
            Map<String, Correction> best = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    best.putIfAbsent(rows.getString(1), new Correction(rows.getString(1), rows.getString(2)));
                }
            }
            return List.copyOf(best.values());
        });
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** The text with the corrections made. */
    static String read(String text, List<Correction> corrections) {
        Map<String, String> meant =
                corrections.stream().collect(Collectors.toMap(Correction::typed, Correction::readAs));
        return WORD.matcher(text).replaceAll(word -> meant.getOrDefault(lower(word.group()), word.group()));
    }
}
