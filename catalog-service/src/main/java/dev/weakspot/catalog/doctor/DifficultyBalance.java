package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.Level;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Difficulties that leave some learners without a question that suits them, and such that contradict the level. A bank
 * of few questions is no bank yet and is left alone.
 */
final class DifficultyBalance implements Check {

    private static final String NAME = "difficulty";
    private static final int QUESTIONS_OF_A_BANK = 20;

    /** Three questions may be of one difficulty by chance. */
    private static final int QUESTIONS_OF_A_TOPIC = 4;

    /** In logits: at 1, three of four learners of middling skill fail. */
    private static final double LOPSIDED = 1;

    /** Who answers half of the easiest questions answers more than a quarter of the hardest: nothing tells learners apart. */
    private static final double SPREAD_OF_A_BANK = 1;

    /** 50 and 57 of a hundred learners: less than an author can tell. */
    private static final double SPREAD_OF_A_TOPIC = 0.3;

    /** Of fewer, a learner of that level soon has seen all. */
    private static final double SHARE_OF_A_LEVEL = 0.1;

    /** What three of four learners of middling skill fail at is not for beginners. */
    private static final double HARD = 1;

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<Finding> findings = new ArrayList<>();
        bank.questions().forEach(examined -> compareWithLevel(examined, findings));
        Map<String, DoubleSummaryStatistics> topics = new TreeMap<>();
        var all = new DoubleSummaryStatistics();
        Map<Level, Integer> levels = new EnumMap<>(Level.class);
        for (ExaminedQuestion examined : bank.questions()) {
            double difficulty = examined.question().difficulty();
            all.accept(difficulty);
            topics.computeIfAbsent(examined.mainTopic().value(), any -> new DoubleSummaryStatistics())
                    .accept(difficulty);
            levels.merge(examined.question().level(), 1, Integer::sum);
        }
        for (ExaminedTopic examined : bank.topics()) {
            DoubleSummaryStatistics topic =
                    topics.getOrDefault(examined.topic().slug().value(), new DoubleSummaryStatistics());
            if (topic.getCount() >= QUESTIONS_OF_A_TOPIC && topic.getMax() - topic.getMin() < SPREAD_OF_A_TOPIC) {
                findings.add(Finding.note(
                        NAME,
                        examined.lines().start(),
                        "All %d questions about %s are about equally hard. Add an easier and a harder one.",
                        topic.getCount(),
                        examined.topic().slug()));
            }
        }
        if (all.getCount() >= QUESTIONS_OF_A_BANK) {
            examineAll(bank, all, levels, findings);
        }
        return findings;
    }

    private static void compareWithLevel(ExaminedQuestion examined, List<Finding> findings) {
        double difficulty = examined.question().difficulty();
        boolean contradicts =
                switch (examined.question().level()) {
                    case JUNIOR -> difficulty > HARD;
                    case MID -> Math.abs(difficulty) > 2 * HARD;
                    case SENIOR -> difficulty < -HARD / 2;
                };
        if (contradicts) {
            findings.add(Finding.warning(
                    NAME,
                    examined.lines().of("difficulty"),
                    "%s is for the level %s and has a difficulty of %s. One of the two cannot be right.",
                    examined.id(),
                    examined.question().level().word(),
                    difficulty));
        }
    }

    private static void examineAll(
            ExaminedBank bank, DoubleSummaryStatistics all, Map<Level, Integer> levels, List<Finding> findings) {
        if (Math.abs(all.getAverage()) > LOPSIDED) {
            findings.add(Finding.warning(
                    NAME,
                    bank.name(),
                    "The mean difficulty is %.1f: most learners would find nearly everything too %s. Balance it.",
                    all.getAverage(),
                    all.getAverage() > 0 ? "hard" : "easy"));
        }
        if (all.getMax() - all.getMin() < SPREAD_OF_A_BANK) {
            findings.add(Finding.warning(
                    NAME, bank.name(), "All questions are about equally hard. Set their difficulties apart."));
        }
        for (Level level : Level.values()) {
            if (levels.getOrDefault(level, 0) < SHARE_OF_A_LEVEL * all.getCount()) {
                findings.add(Finding.warning(
                        NAME,
                        bank.name(),
                        "Only %d of %d questions are for the level %s. Write more.",
                        levels.getOrDefault(level, 0),
                        all.getCount(),
                        level.word()));
            }
        }
    }
}
