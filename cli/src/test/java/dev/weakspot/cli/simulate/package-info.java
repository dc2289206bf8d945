@NullMarked
package dev.weakspot.cli.simulate;

import org.jspecify.annotations.NullMarked;
