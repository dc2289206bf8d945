package dev.weakspot.web.practise;

import dev.weakspot.web.service.Beliefs.Belief;
import dev.weakspot.web.service.Session;
import java.util.List;

/**
 * A set at its checkpoint or at its end.
 *
 * @param wanted how many questions it was to have; 0 when it has them
 * @param rows its answered questions, in order
 * @param beliefs about the topics that it touched, the weakest first; none while recommendations are away
 */
public record SetView(Session session, int wanted, List<Row> rows, List<Belief> beliefs) {

    /** An answered question: its first words, and what came of it. */
    public record Row(int position, String words, String topic, double score) {}

    /** Whether there are fewer questions than the set was to have. */
    public boolean isShort() {
        return session.size() < wanted;
    }

    public int answered() {
        return rows.size();
    }

    public double meanScore() {
        return rows.stream().mapToDouble(Row::score).average().orElse(0);
    }

    public int left() {
        return session.size() - session.items().size();
    }
}
