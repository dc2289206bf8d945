package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of what was found.
 *
 * @param page which page this is, from 0
 * @param size how many items a full page has
 * @param total how many there are on all pages together
 * @param totalIsExact false when there may be more than {@code total}: nobody has ranked or counted beyond these, the first by id
 * @param corrections what was read in another way than it was written, because nothing says what was written
 * @param facets only when they are asked for
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FoundQuestions<T>(
        List<T> items,
        int page,
        int size,
        long total,
        boolean totalIsExact,
        List<Correction> corrections,
        Optional<Facets> facets) {

    public FoundQuestions {
        items = List.copyOf(items);
        corrections = List.copyOf(corrections);
    }

    <R> FoundQuestions<R> map(Function<T, R> function) {
        return new FoundQuestions<>(
                items.stream().map(function).toList(), page, size, total, totalIsExact, corrections, facets);
    }
}
