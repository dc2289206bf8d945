package dev.weakspot.web.visit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How people reach the front door.
 *
 * @param secureCookies whether browsers may send cookies over HTTPS only: true wherever people come from elsewhere than
 *     this machine
 */
@ConfigurationProperties("weakspot.web")
record WebConfiguration(@Bindable(defaultValue = "false") boolean secureCookies) {}
