/**
 * The questions as this service knows them from the catalog's events, so that it grades while the catalog is away. Nothing
 * here changes a question.
 */
@NullMarked
package dev.weakspot.practice.question;

import org.jspecify.annotations.NullMarked;
