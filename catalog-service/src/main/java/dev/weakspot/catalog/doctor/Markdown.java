package dev.weakspot.catalog.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A text as CommonMark understands it. */
final class Markdown {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final List<String> lines;
    private final Node document;

    private Markdown(String text) {
        this.lines = text.lines().toList();
        this.document = PARSER.parse(text);
    }

    static Markdown of(String text) {
        return new Markdown(text);
    }

    List<String> lines() {
        return lines;
    }

    /** Visits every node, each before its children. */
    void each(Consumer<Node> visit) {
        each(document, visit);
    }

    boolean hasAny(Class<? extends Node> type) {
        List<Node> found = new ArrayList<>();
        each(node -> {
            if (type.isInstance(node)) {
                found.add(node);
            }
        });
        return !found.isEmpty();
    }

    boolean hasBlockOfCode() {
        return hasAny(FencedCodeBlock.class) || hasAny(IndentedCodeBlock.class);
    }

    boolean endsWithList() {
        return document.getLastChild() instanceof ListBlock;
    }

    /** All fenced and indented code. */
    String blocksOfCode() {
        var code = new StringBuilder();
        each(node -> {
            switch (node) {
                case FencedCodeBlock block -> code.append(block.getLiteral());
                case IndentedCodeBlock block -> code.append(block.getLiteral());
                default -> {}
            }
        });
        return code.toString();
    }

    /** What stands in back-ticks, in the order of the text. */
    List<String> inlineCode() {
        List<String> found = new ArrayList<>();
        each(node -> {
            if (node instanceof Code code) {
                found.add(code.getLiteral());
            }
        });
        return found;
    }

    /** Everything that is not code, as it is read. */
    String prose() {
        var prose = new StringBuilder();
        each(node -> {
            switch (node) {
                case Text text -> prose.append(text.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> prose.append(' ');
                case Paragraph _ -> prose.append('\n');
                default -> {}
            }
        });
        return prose.toString();
    }

    /** Lines outside of blocks of code that look like this, counted from 0. */
    List<Integer> linesOfProse(Pattern pattern) {
        List<Integer> found = new ArrayList<>();
        each(node -> {
            if (node instanceof Paragraph) {
                for (SourceSpan span : node.getSourceSpans()) {
                    String line = lines.get(span.getLineIndex());
                    if (pattern.matcher(line).matches()) {
                        found.add(span.getLineIndex());
                    }
                }
            }
        });
        return found;
    }

    /** The line on which a node begins, counted from 0. */
    static int lineOf(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().getFirst().getLineIndex();
    }

    private static void each(Node node, Consumer<Node> visit) {
        visit.accept(node);
        for (@Nullable Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            each(child, visit);
        }
    }
}
