package dev.weakspot.model.choice;

import static dev.weakspot.model.choice.Bank.aBank;
import static dev.weakspot.model.choice.Bank.option;
import static dev.weakspot.model.choice.Bank.tries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeakKindsTest {

    @Test
    void ranksTopicByKindOnPractisedTopics() {
        Bank bank = aBank().at(10)
                .with("orm", .5, 3, 0)
                .having("orm", option("a", .8, tries(2, 1, 3), "choose", "mid"))
                .having("orm", option("b", .6, PastTries.NONE, "choose", "mid"))
                .having("orm", option("c", .3, tries(1, 0, 4), "write", "mid"))
                .with("views", .5, 1, 0)
                .having("views", option("d", .4, PastTries.NONE, "write", "mid"))
                .with("caching", .1, 0, 5);

        WeakKinds weakKinds = WeakKinds.of(bank);

        assertThat(weakKinds.ranking())
                .extracting(standing -> standing.topic().topic() + " " + standing.kind())
                .containsExactly("orm write", "views write", "orm choose");
        KindStanding strongest = weakKinds.ranking().getLast();
        assertThat(strongest.mastery().value()).isCloseTo(.7, within(1e-12));
        assertThat(strongest.questions()).isEqualTo(2);
        assertThat(strongest.attempts()).isEqualTo(2);
    }
}
