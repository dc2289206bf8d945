@NullMarked
package dev.weakspot.cli.dataset;

import org.jspecify.annotations.NullMarked;
