/** How many values go through one statement. Knows no table. */
@NullMarked
package dev.weakspot.recommendation.database;

import org.jspecify.annotations.NullMarked;
