@NullMarked
package dev.weakspot.cli.evaluate;

import org.jspecify.annotations.NullMarked;
