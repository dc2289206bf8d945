/** Where attempts arrive from Kafka. What they mean is not decided here. */
@NullMarked
package dev.weakspot.recommendation.attempt;

import org.jspecify.annotations.NullMarked;
