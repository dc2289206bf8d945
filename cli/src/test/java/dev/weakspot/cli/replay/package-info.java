@NullMarked
package dev.weakspot.cli.replay;

import org.jspecify.annotations.NullMarked;
