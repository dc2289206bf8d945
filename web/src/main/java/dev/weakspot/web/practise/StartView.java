package dev.weakspot.web.practise;

import dev.weakspot.web.service.SessionList;
import dev.weakspot.web.service.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a set begins.
 *
 * @param groups topics by the group they belong to
 * @param topic slug of the one that is chosen already
 * @param running sets that were left in the middle
 * @param trouble key of the text that says why no set could begin
 */
public record StartView(
        Map<String, List<Topic>> groups, String topic, List<SessionList.Summary> running, Optional<String> trouble) {}
