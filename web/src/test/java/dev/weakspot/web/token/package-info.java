@NullMarked
package dev.weakspot.web.token;

import org.jspecify.annotations.NullMarked;
