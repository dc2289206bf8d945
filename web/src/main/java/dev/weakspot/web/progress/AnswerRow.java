package dev.weakspot.web.progress;

import dev.weakspot.web.service.AttemptPage;

/**
 * An answer of long ago or just now.
 *
 * @param words the first ones of its question; its id while the catalog is away
 * @param topic what people call its main topic
 */
public record AnswerRow(AttemptPage.Item attempt, String words, String topic) {}
