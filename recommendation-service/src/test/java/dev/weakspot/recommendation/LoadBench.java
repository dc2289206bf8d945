package dev.weakspot.recommendation;

import com.sun.management.OperatingSystemMXBean;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures how fast attempts are learned from, and how fast suggestions come from a bank of 10,000 questions, over real HTTP,
 * PostgreSQL and Kafka. Run by hand; {@code docs/learner-model.md} has the command and what it said.
 */
public final class LoadBench {

    private static final int QUESTIONS = 10_000;

    /** How many attempts learners have behind them. */
    private static final int[] EXPERIENCE = {0, 5, 20, 60, 200, 600, 2_000};

    private final int topics;
    private final int learnersOfEach;
    private final int seconds;
    private final int callers;
    private final String path;
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<TestQuestion> questions = new ArrayList<>();
    private final List<TestLearner> learners = new ArrayList<>();

    private LoadBench(int topics, int learnersOfEach, int seconds, int callers, String asked) {
        this.topics = topics;
        this.learnersOfEach = learnersOfEach;
        this.seconds = seconds;
        this.callers = callers;
        this.path = "/api/v1/learners/me/" + asked;
    }

    /** Arguments: topics, learners of each degree of experience, seconds of asking, callers, and what they ask for. */
    public static void main(String[] arguments) throws Exception {
        int topics = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int learners = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        int callers = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 4;
        String asked = arguments.length > 4 ? arguments[4] : "suggestions";
        new LoadBench(topics, learners, seconds, callers, asked).run();
        System.exit(0);
    }

    private void run() throws Exception {
        try (RecommendationService service = RecommendationService.notStarted()) {
            int attempts = send(service);
            service.startInstance();
            service.publish(bank());
            System.out.println(fold(service, attempts));
            ask(service, seconds);
            String before = service.metrics();
            System.out.println(ask(service, seconds));
            System.out.println("server side: " + percentiles(before, service.metrics()));
            System.out.println(service.get(RecommendationService.someoneWith("ops"), "/api/v1/model"));
        }
    }

    private List<Message> bank() {
        return Stream.concat(
                        IntStream.range(0, topics).mapToObj(i -> TestQuestion.topic("topic-" + i, "Topic " + i)),
                        questions.stream().map(question -> question.published(level(question))))
                .toList();
    }

    private static String level(TestQuestion question) {
        return question.difficulty() < 0 ? "junior" : "senior";
    }

    private int send(RecommendationService service) {
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(
                    new TestQuestion("question-" + i, random.nextInt(-8, 9) / 4.0, List.of("topic-" + i % topics)));
        }
        List<Integer> toAnswer = new ArrayList<>();
        for (int experience : EXPERIENCE) {
            for (int i = 0; i < learnersOfEach; i++) {
                learners.add(TestLearner.aLearner());
                toAnswer.add(experience);
            }
        }
        List<Message> attempts = new ArrayList<>();
        for (int round = 0; round < EXPERIENCE[EXPERIENCE.length - 1]; round++) {
            for (int i = 0; i < learners.size(); i++) {
                if (round < toAnswer.get(i)) {
                    TestQuestion question = questions.get(random.nextInt(QUESTIONS));
                    double ability = (i % 9 - 4) / 2.0;
                    boolean isRight = random.nextDouble() < 1 / (1 + Math.exp(question.difficulty() - ability));
                    attempts.add(learners.get(i).answers(question, isRight ? 1 : 0));
                }
            }
        }
        service.send(attempts);
        return attempts.size();
    }

    private static String fold(RecommendationService service, int attempts) throws InterruptedException {
        long begin = 0;
        long first = 0;
        long learned = 0;
        while (learned < attempts) {
            learned = learned(service);
            if (learned > 0 && begin == 0) {
                begin = System.nanoTime();
                first = learned;
            }
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return String.format(
                Locale.ROOT,
                "fold: %d of %d attempts in %.2f s, %.0f a second",
                learned - first,
                attempts,
                seconds,
                (learned - first) / seconds);
    }

    private static long learned(RecommendationService service) {
        List<String> found = service.query("select attempts from model where name = 'lean/1'");
        return found.isEmpty() ? 0 : Long.parseLong(found.getFirst());
    }

    private String ask(RecommendationService service, int forSeconds) throws Exception {
        List<byte[]> requests = learners.stream().map(this::request).toList();
        long cpuBefore = processorTime();
        long end = System.nanoTime() + forSeconds * 1_000_000_000L;
        List<Future<List<Long>>> asking = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(callers)) {
            for (int caller = 0; caller < callers; caller++) {
                SplittableRandom choice = random.split();
                asking.add(executor.submit(() -> ask(service.address(), requests, choice, end)));
            }
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> times : asking) {
            all.addAll(times.get());
        }
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "client side: %d requests, %.0f a second, p50 %.1f ms, p99 %.1f ms, worst %.1f ms;"
                        + " %.2f ms of processor time each, the client's included",
                sorted.length,
                sorted.length / (double) forSeconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * .99)] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6,
                (processorTime() - cpuBefore) / 1e6 / sorted.length);
    }

    private static List<Long> ask(InetSocketAddress address, List<byte[]> requests, SplittableRandom choice, long end)
            throws IOException {
        List<Long> times = new ArrayList<>();
        try (Caller caller = new Caller(address)) {
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                caller.send(requests.get(choice.nextInt(requests.size())));
                times.add(System.nanoTime() - begin);
            }
        }
        return times;
    }

    private byte[] request(TestLearner learner) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + RecommendationService.tokenOf(learner) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** One connection, over which one request follows the other: costs next to nothing, unlike a real client. */
    private static final class Caller implements AutoCloseable {

        private final Socket socket;
        private byte[] answer = new byte[1 << 16];
        private int length;

        Caller(InetSocketAddress address) throws IOException {
            socket = new Socket(address.getAddress(), address.getPort());
            socket.setTcpNoDelay(true);
        }

        /** Returns when the whole answer is there, which must be a success. */
        void send(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            length = 0;
            int headers = -1;
            while (headers < 0) {
                read();
                headers = new String(answer, 0, length, StandardCharsets.US_ASCII).indexOf("\r\n\r\n");
            }
            String head = new String(answer, 0, headers, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
            Matcher size = CONTENT_LENGTH.matcher(head);
            if (!head.startsWith("http/1.1 200") || !size.find()) {
                throw new IllegalStateException(head);
            }
            int end = headers + 4 + Integer.parseInt(size.group(1));
            while (length < end) {
                read();
            }
        }

        private void read() throws IOException {
            if (length == answer.length) {
                answer = Arrays.copyOf(answer, 2 * length);
            }
            int read = socket.getInputStream().read(answer, length, answer.length - length);
            if (read < 0) {
                throw new EOFException("The service has hung up");
            }
            length += read;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static final Pattern CONTENT_LENGTH = Pattern.compile("content-length: *([0-9]+)");

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static final Pattern BUCKET = Pattern.compile(
            "http_server_requests_seconds_bucket\\{[^}]*uri=\"/api/v1/learners/me/[^}]*le=\"([^\"]+)\"} ([0-9.E+]+)");

    /** Shares of the requests between two scrapes. */
    private static String percentiles(String before, String after) {
        NavigableMap<Double, Double> counts = buckets(after);
        buckets(before).forEach((bound, count) -> counts.merge(bound, -count, Double::sum));
        double all = counts.lastEntry().getValue();
        StringBuilder text = new StringBuilder();
        counts.forEach((bound, count) ->
                text.append(String.format(Locale.ROOT, "≤ %s s: %.2f %%; ", bound, 100 * count / all)));
        return text.toString();
    }

    private static NavigableMap<Double, Double> buckets(String metrics) {
        TreeMap<Double, Double> counts = new TreeMap<>();
        Matcher matcher = BUCKET.matcher(metrics);
        while (matcher.find()) {
            String bound = matcher.group(1);
            String count = matcher.group(2);
            counts.merge(
                    bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
                    Double.parseDouble(count),
                    Double::sum);
        }
        return counts;
    }
}
