package dev.weakspot.web.signin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A browser as its user knows it, guessed from what it calls itself. It is for recognising one's own, nothing else: whoever
 * wants to can call themselves anything.
 *
 * @param program Firefox, Chrome; what it says first when we know none of its names
 * @param system what it runs on, when it says so
 */
public record Device(Optional<String> program, Optional<String> system) {

    /** Browsers name those that they want to be taken for, too: the most particular one comes first. */
    private enum Program {
        EDGE("Edge", "Edg(e|A|iOS)?/"),
        OPERA("Opera", "OPR/|Opera"),
        SAMSUNG("Samsung Internet", "SamsungBrowser/"),
        FIREFOX("Firefox", "Firefox/|FxiOS/"),
        CHROME("Chrome", "Chrome/|CriOS/|Chromium/"),
        SAFARI("Safari", "Safari/");

        private final String title;
        private final Pattern sign;

        Program(String title, String sign) {
            this.title = title;
            this.sign = Pattern.compile(sign);
        }
    }

    private enum Platform {
        IOS("iOS", "iPhone|iPad|iPod"),
        ANDROID("Android", "Android"),
        WINDOWS("Windows", "Windows"),
        MAC("macOS", "Macintosh|Mac OS X"),
        CHROME_OS("ChromeOS", "CrOS"),
        LINUX("Linux", "Linux|X11");

        private final String title;
        private final Pattern sign;

        Platform(String title, String sign) {
            this.title = title;
            this.sign = Pattern.compile(sign);
        }
    }

    private static final Pattern FIRST_WORD = Pattern.compile("[^\\s/]{1,40}");

    /** What calls itself so in {@code User-Agent}. */
    static Device of(String userAgent) {
        Optional<String> program = Stream.of(Program.values())
                .filter(known -> known.sign.matcher(userAgent).find())
                .findFirst()
                .map(known -> known.title);
        Optional<String> system = Stream.of(Platform.values())
                .filter(known -> known.sign.matcher(userAgent).find())
                .findFirst()
                .map(known -> known.title);
        Matcher word = FIRST_WORD.matcher(userAgent);
        return new Device(program.or(() -> word.find() ? Optional.of(word.group()) : Optional.empty()), system);
    }
}
