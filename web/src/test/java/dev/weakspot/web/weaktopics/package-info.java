@NullMarked
package dev.weakspot.web.weaktopics;

import org.jspecify.annotations.NullMarked;
