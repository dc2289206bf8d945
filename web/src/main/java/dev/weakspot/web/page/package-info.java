/** What all pages share: layout, language, security headers, and what is shown when something goes wrong. */
@NullMarked
package dev.weakspot.web.page;

import org.jspecify.annotations.NullMarked;
