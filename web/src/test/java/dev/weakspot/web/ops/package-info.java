@NullMarked
package dev.weakspot.web.ops;

import org.jspecify.annotations.NullMarked;
