/** What a learner should practise next, and why. Reads beliefs, never moves them. */
@NullMarked
package dev.weakspot.recommendation.suggestion;

import org.jspecify.annotations.NullMarked;
