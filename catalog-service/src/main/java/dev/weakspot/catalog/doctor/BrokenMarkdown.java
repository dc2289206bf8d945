package dev.weakspot.catalog.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Markdown that means something else than its author did: CommonMark never fails, it shows what is left. */
final class BrokenMarkdown implements Check {

    private static final String NAME = "markdown";

    /** What a folded block ({@code >} instead of {@code |}) makes of a fence. */
    private static final Pattern FENCE_ON_ONE_LINE = Pattern.compile("\\s*```+[^`]+```+\\s*");

    private static final Pattern LEFT_OVER_LINK = Pattern.compile("]\\s?\\(\\s*(https?:|/|\\w+\\.)|]\\[|]\\($");

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<Finding> findings = new ArrayList<>();
        for (ExaminedQuestion examined : bank.questions()) {
            for (Passage passage : examined.passages()) {
                examine(examined, passage, findings);
            }
        }
        return findings;
    }

    private static void examine(ExaminedQuestion examined, Passage passage, List<Finding> findings) {
        Markdown markdown = Markdown.of(passage.text());
        for (int line = 0; line < markdown.lines().size(); line++) {
            if (FENCE_ON_ONE_LINE.matcher(markdown.lines().get(line)).matches()) {
                findings.add(Finding.error(
                        NAME,
                        examined.lines().of(passage.part(), line),
                        "A code block stands on one line. Begin the text with | rather than >, and give each fence a line of its own. (%s of %s)",
                        passage.part(),
                        examined.id()));
                return;
            }
        }
        markdown.each(node -> wrong(node, passage.text())
                .ifPresent(wrong -> findings.add(new Finding(
                        wrong.severity(),
                        NAME,
                        examined.lines().of(passage.part(), Markdown.lineOf(node)),
                        wrong.remedy() + " (" + passage.part() + " of " + examined.id() + ")"))));
    }

    private static Optional<Wrong> wrong(Node node, String text) {
        return switch (node) {
            case FencedCodeBlock block
            when block.getClosingFenceLength() == null ->
                Wrong.error("A code fence is never closed, so all that follows is code. Close it.");
            case FencedCodeBlock block
            when block.getLiteral().isBlank() ->
                Wrong.error("A code block is empty. Put the code back, or remove the fence.");
            case Text literal
            when literal.getLiteral().contains("`") && !text.contains("\\`") ->
                Wrong.error("A back-tick has no partner and is shown as it is. Close it, or remove it.");
            case HtmlInline html -> Wrong.html(html.getLiteral());
            case HtmlBlock html ->
                Wrong.html(html.getLiteral().lines().findFirst().orElse(""));
            case StrongEmphasis strong
            when "__".equals(strong.getOpeningDelimiter()) ->
                Wrong.warning("Two underscores make bold type and disappear. Put the name in back-ticks, or use **.");
            case Text literal
            when literal.getLiteral().contains("**") ->
                Wrong.warning("** is shown as it is. Close the bold type, or put the code in back-ticks.");
            case Text literal
            when LEFT_OVER_LINK.matcher(literal.getLiteral()).find() ->
                Wrong.warning("A link is not understood and is shown as it is. Write [text](https://…).");
            case Link link
            when !isAddress(link.getDestination()) ->
                Wrong.warning("A link leads to \"" + link.getDestination()
                        + "\". Give a full https address, or put the text in back-ticks.");
            case Image _ -> Wrong.warning("An image is not shown to learners. Say it in words.");
            default -> Optional.empty();
        };
    }

    private static boolean isAddress(String destination) {
        try {
            return "https".equals(URI.create(destination).getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private record Wrong(Severity severity, String remedy) {

        static Optional<Wrong> error(String remedy) {
            return Optional.of(new Wrong(Severity.ERROR, remedy));
        }

        static Optional<Wrong> warning(String remedy) {
            return Optional.of(new Wrong(Severity.WARNING, remedy));
        }

        static Optional<Wrong> html(String tag) {
            return warning(tag.strip() + " is taken for HTML and not shown. Put it in back-ticks.");
        }
    }
}
