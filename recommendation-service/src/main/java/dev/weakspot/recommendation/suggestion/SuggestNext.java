package dev.weakspot.recommendation.suggestion;

import dev.weakspot.model.choice.NextQuestions;
import dev.weakspot.model.choice.Suggestion;
import dev.weakspot.model.choice.Wishes;
import dev.weakspot.recommendation.belief.Knowledge;
import dev.weakspot.recommendation.learner.LearnerId;
import jakarta.inject.Singleton;
import java.util.List;

/** Suggests what to practise next. From the same knowledge, the same questions: chance comes from the learner and their last attempt alone. */
@Singleton
class SuggestNext {

    private final NextQuestions nextQuestions;

    SuggestNext(NextQuestions nextQuestions) {
        this.nextQuestions = nextQuestions;
    }

    List<Suggestion> suggest(LearnerId learner, Knowledge knowledge, Wishes wishes, int count) {
        long seed = 31L * learner.value().hashCode() + knowledge.sequence();
        return nextQuestions.choose(knowledge, wishes, count, seed);
    }
}
