@NullMarked
package dev.weakspot.model.choice;

import org.jspecify.annotations.NullMarked;
