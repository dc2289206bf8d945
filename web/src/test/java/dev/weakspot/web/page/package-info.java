@NullMarked
package dev.weakspot.web.page;

import org.jspecify.annotations.NullMarked;
