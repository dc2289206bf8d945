package dev.weakspot.practice.session;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the next questions of a session, in the running transaction of whoever has locked it: first those that the client
 * names, then such as this service chooses. When there are no more, the session ends where they end.
 */
@Singleton
class LayOutQuestions {

    private final Sessions sessions;

    LayOutQuestions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Returns how many it laid out. */
    int layOut(SessionRow session, int from, int count, @Nullable List<String> wanted) {
        int named = wanted == null ? 0 : sessions.addThese(session.id(), from, distinct(wanted), count);
        int chosen = named == count ? 0 : choose(session, from + named, count - named);
        int last = from - 1 + named + chosen;
        if (named + chosen < count && last > 0) {
            sessions.shrink(session.id(), last);
        }
        return named + chosen;
    }

    private int choose(SessionRow session, int from, int count) {
        return sessions.addChosen(session.id(), session.learnerId(), session.topic(), session.level(), from, count);
    }

    /** An array literal: slugs need no quotes. */
    private static String distinct(List<String> wanted) {
        return "{" + String.join(",", new LinkedHashSet<>(wanted)) + "}";
    }
}
