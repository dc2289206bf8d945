package dev.weakspot.recommendation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The contract's word on slugs, held to it where messages come in: they go into array literals as they are. */
public final class Slugs {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");

    private Slugs() {}

    /** The same slugs; fails when one is none, or is there twice. */
    public static List<String> checked(List<String> slugs) {
        for (String slug : slugs) {
            if (!SLUG.matcher(slug).matches()) {
                throw new BrokenContract("a slug is of lower-case letters, digits, dots and hyphens");
            }
        }
        if (Set.copyOf(slugs).size() < slugs.size()) {
            throw new BrokenContract("a topic is named twice");
        }
        return List.copyOf(slugs);
    }
}
