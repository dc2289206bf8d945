package dev.weakspot.web.page;

import dev.weakspot.web.account.Role;
import dev.weakspot.web.visit.Visitor;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What every page knows of its request: who asks, in which language and time zone, and where they are.
 *
 * @param path of the request, without its query
 */
public record Page(Optional<Visitor> visitor, Language language, ZoneId zone, String path, Assets assets) {

    /** Where the browser says what its time zone is. */
    static final String ZONE_COOKIE = "weakspot_zone";

    /** By name only: who says +02:00 says nothing of summer and winter. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    static ZoneId zoneOf(Optional<String> cookie) {
        return ZoneId.of(cookie.filter(ZONES::contains).orElse("UTC"));
    }

    /** Whoever asks for a page that only people who are signed in see. */
    public Visitor signedIn() {
        return visitor.orElseThrow(() -> new IllegalStateException("Nobody is signed in on " + path));
    }

    public boolean is(Role role) {
        return visitor.filter(known -> known.is(role)).isPresent();
    }

    /** A text in the visitor's language. */
    public String text(String key, Object... gaps) {
        return language.text(key, gaps);
    }

    /** What forms carry; empty while nobody is signed in. */
    public String csrf() {
        return visitor.map(Visitor::csrf).orElse("");
    }

    /** Whether the visitor is on this page or one below it. */
    public boolean isAt(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** A day as people write it: 21 November 2026. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.calendar())
                .format(day);
    }

    /** A day of this year or near it: 21 Nov. */
    public String shortDay(LocalDate day) {
        return format(day, "MMMd");
    }

    /** A day of these weeks: Sat 21 Nov. */
    public String weekday(LocalDate day) {
        return format(day, "MMMEd");
    }

    /** A month without its year: Nov. */
    public String month(LocalDate day) {
        return format(day, "MMM");
    }

    private String format(LocalDate day, String parts) {
        return DateTimeFormatter.ofLocalizedPattern(parts)
                .withLocale(language.calendar())
                .format(day);
    }

    /** Mon. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, language.calendar());
    }

    /** A moment in the visitor's time zone: 21 November 2026, 19:32. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.calendar())
                .withZone(zone)
                .format(instant);
    }

    /** A share of 1 in per cent: 49 %. */
    public String percent(double share) {
        return String.format(Locale.ROOT, "%d\u00a0%%", Math.round(100 * share));
    }

    /** A difference of shares in percentage points, with one digit behind the point: 0.4. One that is hardly there says so. */
    public String points(double difference) {
        double points = 100 * difference;
        return points < 0.1 ? text("points.hardly") : String.format(language.locale(), "%.1f", points);
    }

    /** A range of shares in per cent: 28–56 %. */
    public String percent(double from, double to) {
        return String.format(Locale.ROOT, "%d–%d\u00a0%%", Math.round(100 * from), Math.round(100 * to));
    }
}
