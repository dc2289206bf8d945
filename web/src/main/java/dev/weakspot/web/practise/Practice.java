package dev.weakspot.web.practise;

import dev.weakspot.web.service.Attempt;
import dev.weakspot.web.service.Beliefs;
import dev.weakspot.web.service.Beliefs.Belief;
import dev.weakspot.web.service.NewSession;
import dev.weakspot.web.service.PracticeClient;
import dev.weakspot.web.service.Question;
import dev.weakspot.web.service.QuestionBank;
import dev.weakspot.web.service.Reach;
import dev.weakspot.web.service.RecommendationClient;
import dev.weakspot.web.service.Session;
import dev.weakspot.web.service.SessionList;
import dev.weakspot.web.service.Submission;
import dev.weakspot.web.service.Suggestions;
import dev.weakspot.web.token.AccessTokens;
import dev.weakspot.web.visit.Visitor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a learner does with a set of questions, with the help of all three services. */
@Singleton
class Practice {

    /** A set is chosen so many questions at a time: what the first ones show decides about the next. */
    static final int BLOCK = 5;

    private static final int LISTED = 5;
    private static final long LONGEST = 86_400_000;

    private final PracticeClient practice;
    private final RecommendationClient recommendation;
    private final QuestionBank bank;
    private final AccessTokens tokens;
    private final Reasons reasons;
    private final Clock clock;

    Practice(
            PracticeClient practice,
            RecommendationClient recommendation,
            QuestionBank bank,
            AccessTokens tokens,
            Reasons reasons,
            Clock clock) {
        this.practice = practice;
        this.recommendation = recommendation;
        this.bank = bank;
        this.tokens = tokens;
        this.reasons = reasons;
        this.clock = clock;
    }

    List<SessionList.Summary> running(Visitor visitor) {
        return Reach.ask(() -> practice.sessions(tokens.bearer(visitor), "running", LISTED))
                .map(SessionList::items)
                .orElse(List.of());
    }

    /** Begins a set with what is recommended; while recommendations are away, with what practice chooses. */
    Session begin(Visitor visitor, int size, @Nullable String topic) {
        UUID id = UUID.randomUUID();
        List<String> recommended = recommend(visitor, id, Math.min(size, BLOCK), 0, topic);
        Session session =
                Reach.get(() -> practice.begin(tokens.bearer(visitor), new NewSession(id, size, recommended, topic)));
        fetch(visitor, session);
        return session;
    }

    /** Adds the next questions, chosen after everything that was answered so far. */
    Session goOn(Visitor visitor, Session session) {
        int from = session.items().size() + 1;
        int wanted = Math.min(session.size() - session.items().size(), BLOCK);
        List<String> recommended =
                recommend(visitor, session.sessionId(), wanted, session.newestSequence(), session.topic());
        Session longer = Reach.get(() ->
                practice.goOn(tokens.bearer(visitor), session.sessionId(), new NewSession.More(from, recommended)));
        fetch(visitor, longer);
        return longer;
    }

    private List<String> recommend(Visitor visitor, UUID session, int count, long after, @Nullable String topic) {
        Optional<Suggestions> suggestions =
                Reach.ask(() -> recommendation.suggestions(tokens.bearer(visitor), count, after, topic));
        suggestions.ifPresent(known -> reasons.remember(session, known));
        return suggestions
                .map(known -> known.items().stream()
                        .map(Suggestions.Suggestion::questionId)
                        .toList())
                .orElse(List.of());
    }

    /** Now that the catalog is there: the set can be finished when it is not. */
    private void fetch(Visitor visitor, Session session) {
        session.items().forEach(item -> Reach.ask(() -> question(visitor, item)));
    }

    Session session(Visitor visitor, UUID id) {
        return Reach.get(() -> practice.session(tokens.bearer(visitor), id));
    }

    /** Completes a set whose last question was just answered. While practice is away it stays open, and can be ended by hand. */
    void completeAfter(Visitor visitor, Session session, Session.Item last) {
        boolean isWhole = session.items().size() == session.size()
                && session.items().stream().allMatch(item -> item.answered() != null || item.equals(last));
        if (isWhole) {
            Reach.ask(() -> practice.complete(tokens.bearer(visitor), session.sessionId()));
        }
    }

    Session complete(Visitor visitor, UUID id) {
        return Reach.get(() -> practice.complete(tokens.bearer(visitor), id));
    }

    Question question(Visitor visitor, Session.Item item) {
        return Reach.get(() -> bank.question(visitor, item.questionId(), item.questionVersion()));
    }

    /** What a question shows that waits for an answer. */
    QuestionView show(Visitor visitor, Session session, Session.Item item, Asked asked) {
        Question question = question(visitor, item);
        String bearer = tokens.bearer(visitor);
        boolean isSelfGraded = question.answerType().equals("rubric");
        boolean wantsModel = isSelfGraded && asked.step().equals("model");
        boolean wantsOutline = wantsModel || (isSelfGraded && asked.step().equals("outline"));
        return new QuestionView(
                session,
                item,
                question,
                bank.title(visitor, item.topics().getFirst()),
                reasons.find(session.sessionId(), item.questionId()),
                asked.hints(),
                asked.shownAt() > 0 ? asked.shownAt() : clock.millis(),
                wantsOutline
                        ? Optional.of(
                                Reach.get(() -> practice.outline(bearer, item.questionId(), item.questionVersion())))
                        : Optional.empty(),
                wantsModel
                        ? Optional.of(Reach.get(
                                () -> practice.modelAnswer(bearer, item.questionId(), item.questionVersion())))
                        : Optional.empty(),
                asked.wanted(),
                asked.form(),
                Optional.ofNullable(asked.trouble()));
    }

    /**
     * How somebody looks at a question.
     *
     * @param shownAt when they saw it first, in milliseconds since 1970; 0 is now
     * @param step outline or model, of questions that they grade themselves
     * @param wanted how many questions the set was to have; 0 when it has them
     * @param form what they said already
     */
    record Asked(
            int hints,
            long shownAt,
            String step,
            int wanted,
            AnswerForm form,
            @Nullable String trouble) {}

    /** Sends an answer to be graded. */
    Attempt submit(Visitor visitor, Session session, Session.Item item, Map<String, Object> answer, AnswerForm form) {
        long shownAt = form.number("shown").orElse(0.0).longValue();
        long took = clock.millis() - shownAt;
        var submission = new Submission(
                item.attemptId(),
                item.questionId(),
                item.questionVersion(),
                answer,
                shownAt > 0 && took >= 0 && took <= LONGEST ? took : null,
                form.number("hints").orElse(0.0).intValue(),
                form.number("certainty")
                        .filter(share -> share >= 0 && share <= 1)
                        .orElse(null),
                session.sessionId(),
                null,
                null);
        return Reach.get(() -> practice.submit(tokens.bearer(visitor), submission));
    }

    /** Whether what was recorded for the item is something else than this answer. */
    boolean isAnsweredOtherwise(Visitor visitor, Session.Item item, Map<String, Object> answer) {
        return Reach.ask(() -> practice.attempt(tokens.bearer(visitor), item.attemptId()))
                .filter(attempt -> !attempt.says(answer))
                .isPresent();
    }

    /** Expected success on the main topic now, in per cent; nothing before the first answer on it. */
    Optional<Integer> masteryBefore(Visitor visitor, Session.Item item) {
        return Reach.ask(() -> recommendation.beliefs(tokens.bearer(visitor), 0))
                .flatMap(beliefs -> beliefs.of(item.topics().getFirst()))
                .map(belief -> (int) Math.round(100 * belief.mastery()));
    }

    /** What came of an answer, and how it moved what we believe. */
    FeedbackView feedback(Visitor visitor, Session session, Session.Item item, Optional<Integer> was, boolean already) {
        Attempt attempt = Reach.get(() -> practice.attempt(tokens.bearer(visitor), item.attemptId()));
        String topic = item.topics().getFirst();
        Optional<Belief> belief = Reach.ask(() -> recommendation.beliefs(tokens.bearer(visitor), attempt.sequence()))
                .filter(beliefs -> !beliefs.asOf().behind())
                .flatMap(beliefs -> beliefs.of(topic));
        return new FeedbackView(
                session,
                item,
                new Answered(question(visitor, item), attempt),
                bank.title(visitor, topic),
                was,
                already,
                belief);
    }

    /** What a set has shown so far; wanted is how many questions it was to have, 0 when it has them. */
    SetView lookBack(Visitor visitor, Session session, int wanted) {
        List<SetView.Row> rows = session.items().stream()
                .filter(item -> item.answered() != null)
                .map(item -> row(visitor, item))
                .toList();
        List<String> topics = session.items().stream()
                .filter(item -> item.answered() != null)
                .map(item -> item.topics().getFirst())
                .distinct()
                .toList();
        List<Belief> beliefs = Reach.ask(() -> recommendation.beliefs(tokens.bearer(visitor), session.newestSequence()))
                .map(Beliefs::items)
                .orElse(List.of())
                .stream()
                .filter(belief -> topics.contains(belief.topic()))
                .sorted(Comparator.comparingDouble(Belief::mastery))
                .toList();
        return new SetView(session, wanted, rows, beliefs);
    }

    private SetView.Row row(Visitor visitor, Session.Item item) {
        String words =
                Reach.ask(() -> question(visitor, item)).map(Question::opening).orElse(item.questionId());
        Session.Answered answered = item.answered();
        return new SetView.Row(
                item.position(),
                words,
                bank.title(visitor, item.topics().getFirst()),
                answered == null ? 0 : answered.score());
    }
}
