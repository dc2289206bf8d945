package dev.weakspot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.account.Role;
import dev.weakspot.web.visit.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Pages as a signed-in learner would see them, without a server. */
public final class Shown {

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final Pages PAGES = new Pages();
    private static final Visitor ADA =
            new Visitor(UUID.randomUUID(), "ada", UUID.randomUUID(), Set.of(Role.LEARNER), false, "a-csrf-token");

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("(?s)<form method=\"post\".*?</form>");
    private static final Pattern PICTURE = Pattern.compile("<svg[^>]*>");

    private Shown() {}

    /** The page in this language, after a look at what holds for every page. */
    public static String page(Language language, String template, Object model) {
        var page = new Page(Optional.of(ADA), language, ZONE, "/" + template, new Assets());
        String html = new String(PAGES.show(page, template, model).body(), StandardCharsets.UTF_8);
        requireSound(html);
        return html;
    }

    /** Without its tags, for reading. */
    public static String text(String html) {
        return html.replaceAll("(?s)<head>.*?</head>|<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static void requireSound(String html) {
        assertThat(all(Pattern.compile("<h1"), html)).as("main headings").hasSize(1);
        assertThat(ID.matcher(html).results().map(id -> id.group(1))).as("ids").doesNotHaveDuplicates();
        assertThat(all(FORM, html)).as("forms").allMatch(form -> form.contains("name=\"csrf\" value=\"a-csrf-token\""));
        assertThat(all(PICTURE, html))
                .as("pictures")
                .allMatch(svg -> svg.contains("aria-hidden=\"true\"") || svg.matches(".*aria-label=\"[^\"]+\".*"));
        assertThat(html)
                .as("what the content security policy forbids")
                .doesNotContainPattern("<[^>]* (style|on[a-z]+)=");
        assertThat(text(html))
                .as("gaps of texts")
                .doesNotContainPattern("\\{\\d")
                .doesNotContain("null", "Optional[");
    }

    private static List<String> all(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(MatchResult::group).toList();
    }
}
