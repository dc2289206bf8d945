package dev.weakspot.catalog.question;

import dev.weakspot.catalog.topic.TopicSlug;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The condition of a search in SQL: only the parts that are asked for, so that the planner can choose an index for them. */
final class Filter {

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final List<Object> parameters = new ArrayList<>();

    /** What {@code listed_question} can tell. */
    static Filter of(QuestionSearch search) {
        Filter filter = ofKindAndLevel(search);
        if (!search.topic().isEmpty()) {
            filter.and("topics && ?", texts(search.topic(), TopicSlug::value));
        }
        if (!search.isOfAnyDifficulty()) {
            filter.and("difficulty between ? and ?", search.minDifficulty(), search.maxDifficulty());
        }
        if (search.hasText()) {
            filter.and("search @@ websearch_to_tsquery('english', ?)", search.text());
        }
        return filter;
    }

    /** What {@code listed_count} can tell as well. */
    static Filter ofKindAndLevel(QuestionSearch search) {
        var filter = new Filter();
        if (!search.kind().isEmpty()) {
            filter.and("kind = any (?)", texts(search.kind(), Kind::word));
        }
        if (!search.level().isEmpty()) {
            filter.and("level = any (?)", texts(search.level(), Level::word));
        }
        return filter;
    }

    Filter and(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    /** Binds its parameters from a position on; returns the position of the next. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Object parameter : parameters) {
            if (parameter instanceof List<?> texts) {
                statement.setArray(next++, statement.getConnection().createArrayOf("text", texts.toArray()));
            } else {
                statement.setObject(next++, parameter);
            }
        }
        return next;
    }

    private static <T> List<String> texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toList();
    }
}
