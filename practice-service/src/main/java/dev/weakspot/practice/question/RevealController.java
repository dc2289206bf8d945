package dev.weakspot.practice.question;

import dev.weakspot.practice.grading.AnswerKey;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.micronaut.validation.Validated;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Shows the parts of a self-graded question one after the other: first the outline, to hold one's answer against, then
 * the model answer with the criteria to tick. Questions that are graded with a key reveal nothing before the attempt.
 */
@Controller("/api/v1/questions/{id}/versions/{version}")
@Secured("learner")
@Validated
@Tag(name = "Questions")
class RevealController {

    private static final String ID = "[a-z0-9][a-z0-9.-]{0,79}";

    private final Questions questions;

    RevealController(Questions questions) {
        this.questions = questions;
    }

    /** The points that a good answer makes, in order. */
    @Get("/outline")
    CompletionStage<Outline> outline(@Pattern(regexp = ID) String id, @Min(1) int version) {
        return find(id, version)
                .thenApply(question ->
                        new Outline(question.assesses(), rubric(question).outline()));
    }

    /** A model answer and the criteria by which learners grade their own. */
    @Get("/model-answer")
    CompletionStage<ModelAnswer> modelAnswer(@Pattern(regexp = ID) String id, @Min(1) int version) {
        return find(id, version).thenApply(question -> {
            AnswerKey.Rubric rubric = rubric(question);
            List<ModelAnswer.Criterion> criteria = rubric.criteria().stream()
                    .map(each -> new ModelAnswer.Criterion(each.name(), each.text(), each.weight()))
                    .toList();
            return new ModelAnswer(rubric.modelAnswer(), criteria);
        });
    }

    private CompletionStage<Question> find(String id, int version) {
        var wanted = new QuestionVersion(id, version);
        return questions.find(wanted).thenApply(found -> found.orElseThrow(() -> new UnknownQuestion(wanted)));
    }

    private static AnswerKey.Rubric rubric(Question question) {
        return switch (question.key()) {
            case AnswerKey.Rubric rubric -> rubric;
            case AnswerKey.SingleChoice _,
                    AnswerKey.MultipleChoice _,
                    AnswerKey.ShortText _,
                    AnswerKey.CodeOutput _,
                    AnswerKey.Ordering _ ->
                throw new NothingToReveal(question.id().question());
        };
    }

    /** What to touch upon. */
    @Serdeable
    record Outline(String assesses, List<String> outline) {}

    /** The text to compare with, in Markdown. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record ModelAnswer(String modelAnswer, List<Criterion> criteria) {

        /** A thing to tick; the weight is its share of the score. */
        @Serdeable
        record Criterion(String name, String text, int weight) {}
    }
}
