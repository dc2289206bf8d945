@NullMarked
package dev.weakspot.model.review;

import org.jspecify.annotations.NullMarked;
