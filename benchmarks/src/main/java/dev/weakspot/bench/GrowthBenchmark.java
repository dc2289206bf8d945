package dev.weakspot.bench;

import static java.util.stream.Collectors.joining;

import dev.weakspot.bench.load.ClosedLoop;
import dev.weakspot.bench.load.Request;
import dev.weakspot.cli.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What it costs to have stored much: a system that fills up, beside a small one with nothing but the history of those who use both. */
record GrowthBenchmark() implements Benchmark {

    private static final Bank SMALL = new Bank(60, 600);
    private static final Bank LARGE = new Bank(60, 10_000);

    /** Learners who answer now; they have soon answered all of a small bank, so others ask for suggestions. */
    private static final int ANSWERING = 500;

    private static final int ASKING = 500;
    private static final int ATTEMPTS_OF_ASKING = 100;

    /** The many whose attempts are stored come behind them. */
    private static final int ACTIVE = ANSWERING + ASKING;

    private static final int POSTING = 16;
    private static final int READING = 4;
    private static final double HIGHEST = 1.5;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String question() {
        return "attempts a second and suggestions with much stored ÷ the same in a small system with nothing else stored";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        Effort effort = conditions.effort();
        int most = effort.count(1_000_000, 100_000, 50_000);
        try (RunningWeakspot small = RunningWeakspot.start(conditions, "--no-bank");
                RunningWeakspot filling = RunningWeakspot.start(conditions, "--no-bank")) {
            small.publish(SMALL);
            filling.publish(LARGE);
            var others = new History(LARGE, most / History.SITTING, learner -> Learners.id(ACTIVE + learner));
            var smallClients = new Clients(small, SMALL);
            var fillingClients = new Clients(filling, LARGE);
            smallClients.warmUp(effort);
            fillingClients.warmUp(effort);
            List<Step> steps = new ArrayList<>();
            for (int size = most / 100, before = 0; size <= most; before = size, size *= 10) {
                store(filling, others, before, size);
                steps.add(new Step(
                        size,
                        Rounds.run(effort.rounds(), () -> smallClients.post(effort), () -> fillingClients.post(effort))
                                .gain(),
                        Rounds.run(effort.rounds(), () -> smallClients.read(effort), () -> fillingClients.read(effort))
                                .saving()));
            }
            conditions.pictures().draw("growth.svg", curve(steps));
            return steps.stream().flatMap(Step::figures).toList();
        }
    }

    /** How fast it was with so many attempts stored, as a share of the small system beside it. */
    private record Step(int stored, Samples attempts, Samples suggestions) {

        Stream<Figure> figures() {
            return Stream.of(
                    Figure.atLeast("growth.attempts-" + stored, attempts, "", .8, .95),
                    Figure.atLeast("growth.suggestions-" + stored, suggestions, "", .8, .95));
        }
    }

    private static String curve(List<Step> steps) {
        List<Chart.Tick> ticks = IntStream.range(0, steps.size())
                .mapToObj(i -> new Chart.Tick(
                        i, String.format(Locale.ROOT, "%,d", steps.get(i).stored())))
                .toList();
        var chart = new Chart(
                "Speed with much stored, as a share of a small system's",
                new Chart.Axis("attempts stored", 0, Math.max(1, steps.size() - 1), ticks),
                Chart.Axis.even("share", 0, HIGHEST));
        chart.addLine("attempts a second", points(steps, Step::attempts));
        chart.addLine("suggestions", points(steps, Step::suggestions));
        return chart.toSvg();
    }

    private static List<Chart.Point> points(List<Step> steps, Function<Step, Samples> what) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new Chart.Point(
                        i, Math.min(HIGHEST, what.apply(steps.get(i)).median())))
                .toList();
    }

    /**
     * Attempts of the learners of whom {@link History} tells, with the same numbers and in the same order, at questions of their own: as
     * the practice service would have recorded them. Whole sittings of all who practise at a time.
     */
    private static String recorded(int from, int to) {
        if (from % History.TOGETHER != 0 || to % History.TOGETHER != 0) {
            throw new IllegalArgumentException("Not a multiple of " + History.TOGETHER + ": " + from + ", " + to);
        }
        return """
            insert into attempt (id, learner_id, sequence, question_id, question_version, question_kind, topics, fingerprint,
                   answer, score, correct, graded_by, hints_used, answered_at, recorded_at)
            select gen_random_uuid(), ('1ea40000-0000-4000-8000-' || lpad(to_hex(%1$d + learner), 12, '0'))::uuid, sequence,
                   'question-' || (learner * %4$d + sequence) %% %5$d, 1, 'definition', '{topic-1}', repeat('f', 64),
                   '{"type": "single-choice", "choice": "b"}', 1, true, 'answer-key', 0, now(), now()
              from generate_series(%2$d, %3$d - 1) as learner, generate_series(1, %4$d) as sequence
             order by learner / %6$d, sequence, learner;
            insert into learner_sequence
            select learner_id, max(sequence) from attempt group by learner_id
                on conflict (learner_id) do update set last = excluded.last
            """.formatted(
                        ACTIVE,
                        from / History.SITTING,
                        to / History.SITTING,
                        History.SITTING,
                        LARGE.questions(),
                        History.AT_ONCE);
    }

    private static void store(RunningWeakspot weakspot, History history, int from, int to) throws Exception {
        Databases.execute(weakspot.database("practice"), recorded(from, to));
        history.publish(weakspot.system().ports().bootstrap(), to);
        weakspot.settle();
        Databases.execute(weakspot.database("practice"), "vacuum analyze attempt");
    }

    /** Learners of one of the two systems, who answer and look. */
    private static final class Clients {

        private final RunningWeakspot weakspot;
        private final ClosedLoop posting;
        private final ClosedLoop reading;

        Clients(RunningWeakspot weakspot, Bank bank) throws Exception {
            this.weakspot = weakspot;
            List<String> tokens = Learners.signedIn(ACTIVE, weakspot.identity()).tokens();
            var ports = weakspot.system().ports();
            tellOfThoseWhoAsk(weakspot, bank);
            var answering = new Learners(tokens.subList(0, ANSWERING));
            List<byte[]> questions = tokens.subList(ANSWERING, ACTIVE).stream()
                    .map(token -> Request.get("/api/v1/learners/me/suggestions", token))
                    .toList();
            posting = new ClosedLoop(ports.practice(), POSTING, 201, () -> answering.attempt(bank));
            reading = new ClosedLoop(ports.recommendation(), READING, 200, () -> Learners.any(questions));
        }

        private static void tellOfThoseWhoAsk(RunningWeakspot weakspot, Bank bank) throws Exception {
            IntFunction<UUID> id = learner -> Learners.id(ANSWERING + learner);
            new History(bank, ASKING, id)
                    .publish(weakspot.system().ports().bootstrap(), (long) ASKING * ATTEMPTS_OF_ASKING);
            // settle() waits until as many are learned of each.
            Databases.execute(
                    weakspot.database("practice"),
                    IntStream.range(0, ASKING)
                            .mapToObj(learner -> "('" + id.apply(learner) + "', " + ATTEMPTS_OF_ASKING + ")")
                            .collect(joining(", ", "insert into learner_sequence values ", "")));
            weakspot.settle();
        }

        void warmUp(Effort effort) throws Exception {
            posting.warmUp(effort.warmUp());
            weakspot.settle();
            reading.warmUp(effort.warmUp());
        }

        /** Attempts a second. */
        double post(Effort effort) throws Exception {
            double perSecond = posting.run(effort.round()).perSecond();
            weakspot.settle();
            return perSecond;
        }

        /** Milliseconds that half of the answers take at most. */
        double read(Effort effort) throws Exception {
            return reading.run(effort.round()).latency().p50();
        }
    }
}
