package dev.weakspot.web.demo;

import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.simulation.PretendHistory;
import dev.weakspot.web.account.Account;
import dev.weakspot.web.account.Role;
import dev.weakspot.web.account.SignUp;
import dev.weakspot.web.service.KeyedQuestion;
import dev.weakspot.web.service.PracticeClient;
import dev.weakspot.web.service.QuestionBank;
import dev.weakspot.web.service.Submission;
import dev.weakspot.web.token.AccessTokens;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes a learner with a month of history. It goes through practice and Kafka as everybody's does. */
@Singleton
class MakeDemo {

    private static final int DAYS = 30;

    private final SignUp signUp;
    private final QuestionBank bank;
    private final PracticeClient practice;
    private final AccessTokens tokens;
    private final SecureRandom chance;
    private final Clock clock;

    MakeDemo(
            SignUp signUp,
            QuestionBank bank,
            PracticeClient practice,
            AccessTokens tokens,
            SecureRandom chance,
            Clock clock) {
        this.signUp = signUp;
        this.bank = bank;
        this.practice = practice;
        this.tokens = tokens;
        this.chance = chance;
        this.clock = clock;
    }

    /** The account, once its history is recorded. */
    Account make() {
        UUID learner = UUID.randomUUID();
        record(learner, bank.keyedQuestions(), new SplittableRandom(chance.nextLong()));
        // Last: a service that goes away before leaves no account behind.
        return signUp.demo(learner);
    }

    private void record(UUID learner, List<KeyedQuestion> questions, RandomGenerator random) {
        Map<QuestionId, KeyedQuestion> byId = new HashMap<>();
        questions.forEach(question -> byId.put(new QuestionId(question.questionId()), question));
        List<Question> known = questions.stream().map(MakeDemo::toModel).toList();
        if (known.isEmpty()) {
            return;
        }
        for (PretendHistory.Answer answer : PretendHistory.of(known, clock.instant(), DAYS, random)) {
            KeyedQuestion question = byId.get(answer.question());
            if (question != null) {
                submit(learner, question, answer, random);
            }
        }
    }

    private void submit(UUID learner, KeyedQuestion question, PretendHistory.Answer answer, RandomGenerator random) {
        long took = Duration.ofSeconds(question.expectedSeconds()).toMillis();
        Invented.answer(question, answer.right(), random)
                .map(invented -> new Submission(
                        UUID.randomUUID(),
                        question.questionId(),
                        question.version(),
                        invented,
                        (long) (took * random.nextDouble(0.4, 1.4)),
                        0,
                        certainty(answer.chance(), random),
                        null,
                        answer.at(),
                        true))
                .ifPresent(submission -> practice.submit(tokens.bearer(learner, Set.of(Role.LEARNER)), submission));
    }

    /** One of those that the page offers, about as high as the chance is, with a little overconfidence. */
    private static double certainty(double chance, RandomGenerator random) {
        double felt = chance + random.nextGaussian(0.08, 0.2);
        return felt < 0.4 ? 0.25 : felt < 0.63 ? 0.5 : felt < 0.85 ? 0.75 : 0.95;
    }

    private static Question toModel(KeyedQuestion question) {
        return new Question(
                new QuestionId(question.questionId()),
                question.topics().stream().map(TopicSlug::new).toList(),
                question.difficulty());
    }
}
