/** What a learner wants to be ready for, and whether they will be. Reads beliefs, never moves them. */
@NullMarked
package dev.weakspot.recommendation.goal;

import org.jspecify.annotations.NullMarked;
