package dev.weakspot.model.simulation;

import dev.weakspot.model.Question;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/** What the learners of a simulation practise with. */
public sealed interface Setting {

    World world(RandomGenerator random);

    /** A bank made up for the purpose, as unlike the next as chance has it. */
    record MadeUp(int topics, int questions) implements Setting {

        public MadeUp {
            if (topics < 4 || questions < topics) {
                throw new IllegalArgumentException("At least four topics, and a question for each, must be there.");
            }
        }

        @Override
        public World world(RandomGenerator random) {
            return World.made(topics, questions, random);
        }
    }

    /** A real bank. */
    record Bank(List<SimulatedTopic> topics, List<Question> questions) implements Setting {

        public Bank(Collection<SimulatedTopic> topics, Collection<Question> questions) {
            this(List.copyOf(topics), List.copyOf(questions));
        }

        @Override
        public World world(RandomGenerator random) {
            return World.of(topics, questions, random);
        }
    }
}
