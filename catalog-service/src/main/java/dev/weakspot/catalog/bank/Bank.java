package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.question.QuestionId;
import dev.weakspot.catalog.topic.Prerequisites;
import dev.weakspot.catalog.topic.TopicSlug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All files together, as far as they agree.
 *
 * @param topics each after its prerequisites
 * @param circularTopics those that are left out because each is, in the end, its own prerequisite
 * @param questions in the order of the files
 * @param defects what is wrong with a file or between files
 */
record Bank(
        List<BankTopic> topics, List<BankTopic> circularTopics, List<BankQuestion> questions, List<Defect> defects) {

    Bank {
        topics = List.copyOf(topics);
        circularTopics = List.copyOf(circularTopics);
        questions = List.copyOf(questions);
        defects = List.copyOf(defects);
    }

    static Bank of(List<BankFile> files) {
        List<Defect> defects = new ArrayList<>();
        files.forEach(file -> defects.addAll(file.defects()));
        Map<TopicSlug, BankTopic> topics = distinctTopics(files, defects);
        List<BankQuestion> questions = distinctQuestions(files, defects);
        Map<TopicSlug, BankTopic> sound = withoutCycles(topics, defects);
        List<BankTopic> circular = topics.values().stream()
                .filter(candidate -> !sound.containsKey(candidate.topic().slug()))
                .toList();
        return new Bank(inOrder(sound), circular, questions, defects);
    }

    private static Map<TopicSlug, BankTopic> distinctTopics(List<BankFile> files, List<Defect> defects) {
        Map<TopicSlug, BankTopic> topics = new LinkedHashMap<>();
        for (BankFile file : files) {
            for (BankTopic candidate : file.topics()) {
                BankTopic first = topics.putIfAbsent(candidate.topic().slug(), candidate);
                if (first != null) {
                    defects.add(new Defect(candidate.place(), "the slug is taken by " + first.place(), Flaw.TAKEN));
                }
            }
        }
        return topics;
    }

    private static List<BankQuestion> distinctQuestions(List<BankFile> files, List<Defect> defects) {
        Map<QuestionId, BankQuestion> questions = new LinkedHashMap<>();
        for (BankFile file : files) {
            for (BankQuestion candidate : file.questions()) {
                BankQuestion first = questions.putIfAbsent(candidate.id(), candidate);
                if (first != null) {
                    defects.add(new Defect(candidate.place(), "the id is taken by " + first.place(), Flaw.TAKEN));
                }
            }
        }
        return List.copyOf(questions.values());
    }

    private static Map<TopicSlug, BankTopic> withoutCycles(Map<TopicSlug, BankTopic> topics, List<Defect> defects) {
        Prerequisites prerequisites = prerequisites(topics);
        Map<TopicSlug, BankTopic> sound = new HashMap<>();
        topics.forEach((slug, candidate) -> {
            Optional<List<TopicSlug>> cycle = prerequisites.findCycleThrough(slug);
            if (cycle.isPresent()) {
                defects.add(new Defect(
                        candidate.place(), "the prerequisites form a cycle: " + say(cycle.get()), Flaw.CYCLE));
            } else {
                sound.put(slug, candidate);
            }
        });
        return sound;
    }

    private static List<BankTopic> inOrder(Map<TopicSlug, BankTopic> topics) {
        List<BankTopic> ordered = new ArrayList<>();
        for (TopicSlug slug : prerequisites(topics).inOrder()) {
            ordered.add(topics.get(slug));
        }
        return ordered;
    }

    private static Prerequisites prerequisites(Map<TopicSlug, BankTopic> topics) {
        return Prerequisites.of(topics.values().stream().map(BankTopic::topic).toList());
    }

    private static String say(List<TopicSlug> way) {
        return way.stream().map(TopicSlug::value).collect(Collectors.joining(" → "));
    }
}
