/** What is kept about somebody and where, and all of it to take away. */
@NullMarked
package dev.weakspot.web.mydata;

import org.jspecify.annotations.NullMarked;
