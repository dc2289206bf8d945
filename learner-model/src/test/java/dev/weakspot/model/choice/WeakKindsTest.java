package dev.weakspot.model.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import dev.weakspot.model.Trend;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeakKindsTest {

    @Test
    void theWeakestKindComesFirstAndOfEqualOnesTheFirstByName() {
        WeakKinds weakKinds = WeakKinds.of(List.of(kind("write", .5), kind("choose", .7), kind("compare", .5)));

        assertThat(weakKinds.ranking())
                .extracting(standing -> standing.kind().value())
                .containsExactly("compare", "write", "choose");
    }

    private static KindStanding kind(String name, double mastery) {
        return new KindStanding(new Kind(name), new Estimate(mastery, 0, 1), 3, 2, Trend.NONE);
    }
}
