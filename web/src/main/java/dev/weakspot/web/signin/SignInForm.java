package dev.weakspot.web.signin;

import java.util.Optional;

/**
 * A form to sign in or up and what is wrong with it.
 *
 * @param next where the visitor goes afterwards
 * @param trouble key of the text that says what is wrong; none while nothing is
 */
public record SignInForm(String name, String next, Optional<String> trouble) {}
