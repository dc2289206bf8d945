/**
 * The question bank as files that authors write: reading them, and publishing what is new in them. Nothing here changes
 * a question that is already published.
 */
@NullMarked
package dev.weakspot.catalog.bank;

import org.jspecify.annotations.NullMarked;
