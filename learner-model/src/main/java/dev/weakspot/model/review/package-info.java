/** When an answered question should come back: memory of single questions, by FSRS-6. Knows no topics and chooses nothing. */
@NullMarked
package dev.weakspot.model.review;

import org.jspecify.annotations.NullMarked;
