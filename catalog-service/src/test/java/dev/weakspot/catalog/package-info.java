@NullMarked
package dev.weakspot.catalog;

import org.jspecify.annotations.NullMarked;
