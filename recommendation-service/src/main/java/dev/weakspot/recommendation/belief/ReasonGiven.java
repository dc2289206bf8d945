package dev.weakspot.recommendation.belief;

import dev.weakspot.model.choice.Reason;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reason, for machines.
 *
 * @param code stable name; a client ignores those it does not know
 * @param numbers the numbers that decided
 */
@Serdeable
public record ReasonGiven(String code, Map<String, Number> numbers) {

    public static List<ReasonGiven> of(List<? extends Reason> reasons) {
        return reasons.stream()
                .map(reason -> new ReasonGiven(reason.code(), new TreeMap<>(reason.numbers())))
                .toList();
    }
}
