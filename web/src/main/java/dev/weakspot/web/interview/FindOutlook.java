package dev.weakspot.web.interview;

import dev.weakspot.web.service.Problem;
import dev.weakspot.web.service.Reach;
import dev.weakspot.web.service.Readiness.Goal;
import dev.weakspot.web.service.RecommendationClient;
import dev.weakspot.web.token.AccessTokens;
import dev.weakspot.web.visit.Visitor;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks what a learner wants to be ready for, and whether they will be. */
@Singleton
public class FindOutlook {

    private final RecommendationClient recommendation;
    private final AccessTokens tokens;

    FindOutlook(RecommendationClient recommendation, AccessTokens tokens) {
        this.recommendation = recommendation;
        this.tokens = tokens;
    }

    public Outlook of(Visitor visitor) {
        String bearer = tokens.bearer(visitor);
        // Nothing outside is a service that is away, nothing inside is a goal that nobody has set.
        Optional<Optional<Goal>> answer = Reach.ask(() -> Optional.ofNullable(recommendation.goal(bearer)));
        if (answer.isEmpty()) {
            return new Outlook.Away();
        }
        return answer.get().map(goal -> outlook(bearer, goal)).orElseGet(Outlook.NoGoal::new);
    }

    private Outlook outlook(String bearer, Goal goal) {
        try {
            return Reach.ask(() -> Optional.ofNullable(recommendation.readiness(bearer)))
                    .map(readiness -> readiness
                            .<Outlook>map(Outlook.Planned::new)
                            .orElseGet(() -> new Outlook.NothingToPlan(goal)))
                    .orElseGet(Outlook.Away::new);
        } catch (HttpClientResponseException e) {
            return switch (Problem.nameOf(e).orElse("")) {
                case "goal-has-passed" -> new Outlook.Passed(goal);
                case "nothing-to-practise" -> new Outlook.NothingToPlan(goal);
                default -> throw e;
            };
        }
    }
}
