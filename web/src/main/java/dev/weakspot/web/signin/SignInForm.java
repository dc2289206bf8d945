package dev.weakspot.web.signin;

import java.util.Optional;
import java.util.Set;

/**
 * A form to sign in or up and what is wrong with it.
 *
 * @param next where the visitor goes afterwards
 * @param trouble key of the text that says what is wrong; none while nothing is
 */
public record SignInForm(String name, String next, Optional<String> trouble) {

    private static final Set<String> OF_PASSWORDS = Set.of("sign-in.wrong", "sign-up.password");

    /** Whether it is the password that has to be typed anew, and not the name. */
    public boolean isPasswordWrong() {
        return trouble.filter(OF_PASSWORDS::contains).isPresent();
    }
}
