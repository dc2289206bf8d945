/** Who is asking: a cookie names a sign-in, and a sign-in an account. */
@NullMarked
package dev.weakspot.web.visit;

import org.jspecify.annotations.NullMarked;
