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
 */
record ShownOrder(QuestionId id, int version) {

    /**
     * For each item in the right order: at which place it is shown, from 0. A draw that leaves fewer than a quarter of the
     * pairs the wrong way round would be nearly solved, so it is drawn again.
     */
    List<Integer> placesOf(int size) {
        int pairs = size * (size - 1) / 2;
        for (int draw = 0; ; draw++) {
            List<Integer> places = places(size, draw);
            if (inversions(places) * 4 >= pairs) {
                return places;
            }
        }
    }

    private List<Integer> places(int size, int draw) {
        List<Integer> shown = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing(item -> lot(item, draw)))
                .toList();
        return IntStream.range(0, size).map(shown::indexOf).boxed().toList();
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

    private BigInteger lot(int item, int draw) {
        try {
            byte[] drawn = MessageDigest.getInstance("SHA-256")
                    .digest((id + "/" + version + "/" + item + "/" + draw).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(drawn);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
