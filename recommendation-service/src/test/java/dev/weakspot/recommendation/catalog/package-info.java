@NullMarked
package dev.weakspot.recommendation.catalog;

import org.jspecify.annotations.NullMarked;
