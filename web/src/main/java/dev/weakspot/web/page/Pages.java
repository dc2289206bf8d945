package dev.weakspot.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders the templates below {@code src/main/jte}. Each takes the {@code page} and, most of them, a {@code model}. */
@Singleton
public class Pages {

    static final MediaType HTML = new MediaType("text/html; charset=utf-8");

    private static final Pattern OWN_PATH = Pattern.compile("/([a-z0-9][A-Za-z0-9/._-]*)?");

    private final TemplateEngine templates;

    Pages() {
        this.templates = TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader());
    }

    /** A page that shows this and nothing else. */
    public MutableHttpResponse<byte[]> show(Page page, String template, Object model) {
        return show(HttpStatus.OK, page, template, model);
    }

    /** A page with another status than 200: something was refused, or is away. */
    public MutableHttpResponse<byte[]> show(HttpStatus status, Page page, String template, Object model) {
        return render(status, template, Map.of("page", page, "model", model));
    }

    /** A page that has nothing to say but itself. */
    public MutableHttpResponse<byte[]> show(Page page, String template) {
        return render(HttpStatus.OK, template, Map.of("page", page));
    }

    /** Where the visitor sees what their form has changed. Loading that page again changes nothing more. */
    public static MutableHttpResponse<byte[]> goTo(String path) {
        return HttpResponse.seeOther(URI.create(path));
    }

    /** A path of ours; anything else, which could be a trap of whoever sent the visitor here, becomes the other one. */
    public static String ownPath(@Nullable String path, String otherwise) {
        return path != null && OWN_PATH.matcher(path).matches() ? path : otherwise;
    }

    /** Whole before the first byte leaves: a template that breaks halfway ends as an error page, not as half a page. */
    private MutableHttpResponse<byte[]> render(HttpStatus status, String template, Map<String, Object> parameters) {
        var output = new Utf8ByteOutput();
        templates.render(template + ".jte", parameters, output);
        return HttpResponse.<byte[]>status(status).body(output.toByteArray()).contentType(HTML);
    }
}
