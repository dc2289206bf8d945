/** What the page that a day begins with says. */
@NullMarked
package dev.weakspot.web.today;

import org.jspecify.annotations.NullMarked;
