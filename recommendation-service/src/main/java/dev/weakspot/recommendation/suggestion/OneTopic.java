package dev.weakspot.recommendation.suggestion;

import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Candidate;
import dev.weakspot.model.choice.Landscape;
import dev.weakspot.model.choice.Option;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.choice.TopicStanding;
import dev.weakspot.recommendation.belief.Knowledge;
import java.time.Instant;
import java.util.List;

/** What a learner could practise when they want to practise one topic only. */
record OneTopic(Knowledge all, TopicSlug topic) implements Landscape {

    @Override
    public long sequence() {
        return all.sequence();
    }

    @Override
    public Instant moment() {
        return all.moment();
    }

    /** What it builds on is left out: the learner has decided. */
    @Override
    public List<TopicStanding> topics() {
        return List.of(all.standing(topic));
    }

    @Override
    public List<Candidate> candidates(TopicSlug slug) {
        return all.candidates(slug);
    }

    @Override
    public PastTries past(QuestionId question) {
        return all.past(question);
    }

    @Override
    public List<Option> options(List<Candidate> candidates) {
        return all.options(candidates);
    }

    @Override
    public List<Option> answered() {
        return all.answered().stream()
                .filter(option -> option.question().topics().contains(topic))
                .toList();
    }
}
