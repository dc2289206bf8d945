@NullMarked
package dev.weakspot.web.practise;

import org.jspecify.annotations.NullMarked;
