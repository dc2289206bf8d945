/** What models have learned from all learners together: how it moves, is kept, and is served. Knows no single learner. */
@NullMarked
package dev.weakspot.recommendation.training;

import org.jspecify.annotations.NullMarked;
