@NullMarked
package dev.weakspot.web.progress;

import org.jspecify.annotations.NullMarked;
