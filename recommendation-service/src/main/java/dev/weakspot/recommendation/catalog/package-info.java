/** Our own picture of the catalog, drawn from its events: enough to suggest a question, never its text or answer. */
@NullMarked
package dev.weakspot.recommendation.catalog;

import org.jspecify.annotations.NullMarked;
