@NullMarked
package dev.weakspot.recommendation.suggestion;

import org.jspecify.annotations.NullMarked;
