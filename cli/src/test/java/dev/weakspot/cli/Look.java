package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;

/** How somebody looks at a page, and what must hold for each page however they look at it. */
enum Look {
    ON_A_PHONE_AT_NIGHT_IN_GERMAN(390, 844, ColorScheme.DARK, "de"),
    AT_A_DESK_IN_ENGLISH(1280, 860, ColorScheme.LIGHT, "en");

    /** WCAG 2.2 AA, and what axe recommends besides. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /**
     * How far things moved that nobody had touched (Cumulative Layout Shift); up to 0.1 is called good. Chromium takes a shift within half a
     * second of a click for the click's; what the click asked for may come later, and moves the page then. Only /ops asks by itself.
     */
    private static final String SHIFT = """
            () => new Promise(done => {
                let sum = 0;
                const answers = performance.getEntriesByType('resource')
                        .filter(entry => entry.initiatorType === 'xmlhttprequest' && !entry.name.endsWith('/ops'))
                        .map(entry => entry.responseEnd);
                const isAskedFor = shift => shift.hadRecentInput
                        || answers.some(end => end <= shift.startTime && shift.startTime < end + 500);
                const add = shifts => { for (const shift of shifts) if (!isAskedFor(shift)) sum += shift.value; };
                const observer = new PerformanceObserver(list => add(list.getEntries()));
                observer.observe({ type: 'layout-shift', buffered: true });
                requestAnimationFrame(() => setTimeout(() => { add(observer.takeRecords()); done(sum); }));
            })""";

    private static final String OVERFLOW = "() => document.documentElement.scrollWidth - window.innerWidth";

    private final int width;
    private final int height;
    private final ColorScheme scheme;
    private final String language;

    Look(int width, int height, ColorScheme scheme, String language) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
        this.language = language;
    }

    /** Loads the page once in each look and examines it; ends with the last one. */
    static void examineInAll(Page page) {
        for (Look look : values()) {
            look.take(page);
            page.reload();
            examine(page);
        }
    }

    /** As {@link #examineInAll(Page)}, for each of these addresses. */
    static void examineInAll(Page page, String... addresses) {
        for (Look look : values()) {
            look.take(page);
            for (String address : addresses) {
                page.navigate(address);
                assertStill(page);
                // What is folded away is part of the page, too; unfolding it moves what is below.
                page.locator("main details").evaluateAll("all => all.forEach(one => one.open = true)");
                assertForEverybody(page);
            }
        }
    }

    private void take(Page page) {
        page.setViewportSize(width, height);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        page.context().addCookies(List.of(new Cookie("weakspot_language", language).setUrl(page.url())));
    }

    /** Everybody can read the page and use it, nothing on it moves by itself, and nothing sticks out. */
    static void examine(Page page) {
        assertForEverybody(page);
        assertStill(page);
    }

    /**
     * Everybody can read the page and use it, and nothing sticks out.
     * Axe's legacy mode leaves frames of other origins out, of which we have none, and takes half the time.
     */
    private static void assertForEverybody(Page page) {
        String where = where(page);
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(RULES)
                        .analyze()
                        .getViolations())
                .as("violations on " + where)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        assertThat(((Number) page.evaluate(OVERFLOW)).intValue())
                .as("pixels that stick out on " + where)
                .isNotPositive();
    }

    private static void assertStill(Page page) {
        assertThat(((Number) page.evaluate(SHIFT)).doubleValue())
                .as("layout shift on " + where(page))
                .isLessThan(.01);
    }

    private static String where(Page page) {
        return page.url() + " " + page.evaluate("() => document.documentElement.lang + ' ' + innerWidth");
    }
}
