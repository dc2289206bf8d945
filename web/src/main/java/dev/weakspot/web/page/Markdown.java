package dev.weakspot.web.page;

import gg.jte.Content;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns an author's Markdown into HTML that may stand on a page: no HTML of their own, no addresses that run code. */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak(" ")
            .build();

    private Markdown() {}

    /** As blocks: paragraphs, lists, code. */
    public static Content of(String text) {
        String html = RENDERER.render(PARSER.parse(text));
        return output -> output.writeContent(html);
    }

    /** As part of a line when the text is a single paragraph; as blocks otherwise. */
    public static Content inline(String text) {
        String html = RENDERER.render(PARSER.parse(text)).strip();
        boolean isParagraph = html.startsWith("<p>") && html.indexOf("</p>") == html.length() - "</p>".length();
        String content = isParagraph ? html.substring("<p>".length(), html.length() - "</p>".length()) : html;
        return output -> output.writeContent(content);
    }
}
