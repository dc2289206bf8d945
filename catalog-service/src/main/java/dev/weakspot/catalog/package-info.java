/** The catalog: topics and the questions about them. What a learner did with a question never lives here. */
@NullMarked
package dev.weakspot.catalog;

import org.jspecify.annotations.NullMarked;
