package dev.weakspot.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** A language that the pages speak, with its texts in {@code messages_….properties}. */
public enum Language {
    ENGLISH(Locale.ENGLISH, Locale.UK, "English"),
    GERMAN(Locale.GERMAN, Locale.GERMANY, "Deutsch");

    private static final Control BUNDLES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    static final String COOKIE = "weakspot_language";

    private final Locale locale;
    private final Locale calendar;
    private final String ownName;

    Language(Locale locale, Locale calendar, String ownName) {
        this.locale = locale;
        this.calendar = calendar;
        this.ownName = ownName;
    }

    /** The one that was chosen here, or the first that the browser asks for and that we speak. */
    static Language of(HttpRequest<?> request) {
        Optional<Language> chosen =
                request.getCookies().findCookie(COOKIE).map(Cookie::getValue).flatMap(Language::find);
        return chosen.orElseGet(() -> request.getHeaders()
                .findFirst("Accept-Language")
                .flatMap(Language::preferred)
                .orElse(ENGLISH));
    }

    private static Optional<Language> preferred(String header) {
        try {
            List<Locale> known = Arrays.stream(values()).map(Language::locale).toList();
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), known))
                    .map(Locale::getLanguage)
                    .flatMap(Language::find);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By its code: en, de. */
    public static Optional<Language> find(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    public Locale locale() {
        return locale;
    }

    /** Whose days and hours it writes: 5 December 2026, 19:32, as the services do in their sentences. */
    Locale calendar() {
        return calendar;
    }

    public String code() {
        return locale.getLanguage();
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** A text of the pages with its gaps filled, after {@link MessageFormat}. A key that nobody wrote is a breakage. */
    public String text(String key, Object... gaps) {
        return new MessageFormat(texts().getString(key), locale).format(gaps);
    }

    /** Without a fallback to the machine's language: pages speak English rather than what the server speaks. */
    private ResourceBundle texts() {
        return ResourceBundle.getBundle("messages", locale, Language.class.getClassLoader(), BUNDLES);
    }
}
