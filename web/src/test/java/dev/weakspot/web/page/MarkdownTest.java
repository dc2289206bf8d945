package dev.weakspot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static String html(Content content) {
        var output = new StringOutput();
        content.writeTo(output);
        return output.toString().strip();
    }

    @Test
    void nothingInATextBecomesCode() {
        assertThat(html(Markdown.of("<script>alert(1)</script> <b>x</b>"))).doesNotContain("<script", "<b>");
        assertThat(html(Markdown.of("[x](javascript:alert(1))"))).doesNotContain("javascript:");
    }

    @Test
    void codeKeepsItsLanguage() {
        assertThat(html(Markdown.of("```python\nx < 1\n```")))
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-python\">x &lt; 1\n</code></pre>");
    }

    @Test
    void codeWithinALabelTakesNoFocus() {
        assertThat(html(Markdown.inline("```python\nx\n```"))).startsWith("<pre><code");
    }

    @Test
    void aSingleParagraphFitsIntoALine() {
        assertThat(html(Markdown.inline("Run `migrate`"))).isEqualTo("Run <code>migrate</code>");
        assertThat(html(Markdown.inline("one\n\ntwo"))).startsWith("<p>one</p>");
    }
}
