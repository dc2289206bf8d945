package dev.weakspot.web.page;

import gg.jte.Content;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns an author's Markdown into HTML that may stand on a page: no HTML of their own, no addresses that run code. */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    /** Code that is wider than the screen is scrolled, also by keyboard. */
    private static final HtmlRenderer BLOCKS = safe().attributeProviderFactory(_ -> (_, tag, attributes) -> {
                if (tag.equals("pre")) {
                    attributes.put("tabindex", "0");
                }
            })
            .build();

    /** Within a label nothing else may take the focus, or a click: there, code breaks its lines. */
    private static final HtmlRenderer LINES = safe().build();

    private Markdown() {}

    private static HtmlRenderer.Builder safe() {
        return HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak(" ");
    }

    /** As blocks: paragraphs, lists, code. */
    public static Content of(String text) {
        String html = BLOCKS.render(PARSER.parse(text));
        return output -> output.writeContent(html);
    }

    /** As part of a line when the text is a single paragraph; as blocks otherwise. */
    public static Content inline(String text) {
        String html = LINES.render(PARSER.parse(text)).strip();
        boolean isParagraph = html.startsWith("<p>") && html.indexOf("</p>") == html.length() - "</p>".length();
        String content = isParagraph ? html.substring("<p>".length(), html.length() - "</p>".length()) : html;
        return output -> output.writeContent(content);
    }
}
