package dev.weakspot.recommendation.suggestion;

import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Landscape;
import dev.weakspot.model.choice.NextQuestions;
import dev.weakspot.model.choice.Suggestion;
import dev.weakspot.model.choice.Wishes;
import dev.weakspot.recommendation.belief.Knowledge;
import dev.weakspot.recommendation.learner.LearnerId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Suggests what to practise next. From the same knowledge, the same questions: chance comes from the learner and their last attempt alone. */
@Singleton
class SuggestNext {

    private final NextQuestions nextQuestions;

    SuggestNext(NextQuestions nextQuestions) {
        this.nextQuestions = nextQuestions;
    }

    /** @param topic the one that the learner wants to practise; none is all */
    List<Suggestion> suggest(
            LearnerId learner, Knowledge knowledge, Wishes wishes, Optional<TopicSlug> topic, int count) {
        long seed = 31L * learner.value().hashCode() + knowledge.sequence();
        if (topic.filter(only -> !knowledge.catalog().has(only)).isPresent()) {
            throw new UnknownTopic();
        }
        Landscape landscape =
                topic.<Landscape>map(only -> new OneTopic(knowledge, only)).orElse(knowledge);
        return nextQuestions.choose(landscape, wishes, count, seed);
    }
}
