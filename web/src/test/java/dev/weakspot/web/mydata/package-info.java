@NullMarked
package dev.weakspot.web.mydata;

import org.jspecify.annotations.NullMarked;
