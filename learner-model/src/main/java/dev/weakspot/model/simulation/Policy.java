package dev.weakspot.model.simulation;

import dev.weakspot.model.Question;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A way of choosing a learner's next question. */
public sealed interface Policy {

    /** Stable name, as in the results. */
    String name();

    /** One that a product could have: sees what the model believes, and nothing else. */
    non-sealed interface Blind extends Policy {

        Question next(Desk desk, RandomGenerator random);
    }

    /** Sees the truth, and so tells how much there is to gain at all. */
    record Oracle() implements Policy {

        /** So many random questions are looked at: the best of all would repeat one topic for ever. */
        private static final int GLANCES = 40;

        @Override
        public String name() {
            return "oracle";
        }

        Question next(Desk desk, SimulatedLearner truth, RandomGenerator random) {
            List<Question> fresh = desk.freshQuestions();
            return Stream.generate(() -> Desk.any(fresh, random))
                    .limit(GLANCES)
                    .max(Comparator.comparingDouble(truth::worth))
                    .orElseThrow();
        }
    }
}
