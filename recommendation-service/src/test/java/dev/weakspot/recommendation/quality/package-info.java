@NullMarked
package dev.weakspot.recommendation.quality;

import org.jspecify.annotations.NullMarked;
