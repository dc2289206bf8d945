package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.question.QuestionId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shuffles what is written in the right order, so that it can be shown. The same version of the same question is always
 * shuffled alike, on every machine and for ever: it never changes once it is published.
 *
 * <p>Each text draws its lot, wherever it is written, so what is shown says nothing about where it belongs. The explanation
 * is mixed in because it is told only after an answer: with what is told before alone, anybody could draw the lots again,
 * and a first draw that is not the shown order is nearly the right one.
 */
record ShownOrder(QuestionId id, int version, String explanation) {

    /**
     * For each text in the right order: at which place it is shown, from 0. A draw that leaves fewer than a quarter of the
     * pairs the wrong way round would be nearly solved, so it is drawn again.
     */
    List<Integer> placesOf(List<String> texts) {
        int pairs = texts.size() * (texts.size() - 1) / 2;
        for (int draw = 0; ; draw++) {
            List<Integer> places = places(texts, draw);
            if (inversions(places) * 4 >= pairs) {
                return places;
            }
        }
    }

    private List<Integer> places(List<String> texts, int draw) {
        List<BigInteger> lots = texts.stream().map(text -> lot(text, draw)).toList();
        // Two equal texts are refused later; the last first, or no draw of nothing but those would ever do.
        List<Integer> shown = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(lots::get).thenComparing(Comparator.reverseOrder()))
                .toList();
        return IntStream.range(0, texts.size()).map(shown::indexOf).boxed().toList();
    }

    private static int inversions(List<Integer> places) {
        int inversions = 0;
        for (int first = 0; first < places.size(); first++) {
            for (int second = first + 1; second < places.size(); second++) {
                if (places.get(first) > places.get(second)) {
                    inversions++;
                }
            }
        }
        return inversions;
    }

    private BigInteger lot(String text, int draw) {
        try {
            byte[] drawn = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("/", id.toString(), "" + version, explanation, text, "" + draw)
                            .getBytes(StandardCharsets.UTF_8));
            return new BigInteger(drawn);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
