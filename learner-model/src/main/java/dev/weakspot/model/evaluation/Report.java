package dev.weakspot.model.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an evaluation found.
 *
 * @param answers how many answers there were
 * @param scorecards how each contender predicted, by its stable name
 * @param weakTopics how well the weak topics were found, by who ranked them
 */
public record Report(int answers, Map<String, Scorecard> scorecards, Map<String, WeakTopicTrial.Ranking> weakTopics) {

    public Report {
        scorecards = Collections.unmodifiableMap(new LinkedHashMap<>(scorecards));
        weakTopics = Collections.unmodifiableMap(new LinkedHashMap<>(weakTopics));
    }
}
