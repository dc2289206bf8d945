package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Code;

/** Questions about code that is not there: a fence that went missing on its way into the file, with the code or without. */
final class LostCode implements Check {

    private static final Pattern STEM_POINTS_AT_CODE =
            Pattern.compile("(?i)\\b(this|the following) (code|snippet|program|script|listing)\\b"
                    + "|\\bthe following (view|model|function|query|loop|class|template|form|test)\\b"
                    + "|\\b(code|snippet|program|script|listing|view|model|function|class|query|form|test) below\\b"
                    + "|\\bwhat (does|do|will)\\b.{0,60}\\b(print|output)\\b");

    private static final Pattern EXPLANATION_POINTS_AT_CODE = Pattern.compile(
            "(?i)\\b(line|lines) \\d|\\b(code|snippet|program|listing|loop|function|class) (above|in the question)\\b");

    /** What begins a line of code and hardly ever one of prose. */
    private static final Pattern LOOKS_LIKE_CODE = Pattern.compile(
            "^\\s*(def \\w+\\(.*|class \\w+.*:|from [\\w.]+ import .*|import [\\w.]+|print\\(.*\\)|return \\w+[.(].*|@\\w[\\w.]*(\\(.*\\))?"
                    + "|for \\w+ in .+:|\\w+ = \\S.*[)\\]}\"']|\\{[%{].*[%}]})\\s*$");

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<Finding> findings = new ArrayList<>();
        bank.questions().forEach(examined -> examine(examined, findings));
        return findings;
    }

    private static void examine(ExaminedQuestion examined, List<Finding> findings) {
        String stem = examined.question().stem();
        Markdown read = Markdown.of(stem);
        for (Integer line : read.linesOfProse(LOOKS_LIKE_CODE)) {
            findings.add(Finding.error(
                    "lost-code",
                    examined.lines().of("stem", line),
                    "The stem of %s has code outside of a fence. Put it between ``` lines.",
                    examined.id()));
            return;
        }
        if (read.hasBlockOfCode()) {
            findStrangers(examined).ifPresent(findings::add);
            return;
        }
        whyCodeIsExpected(examined, read)
                .ifPresent(reason -> findings.add(Finding.error(
                        "lost-code",
                        examined.lines().of("stem"),
                        "The stem of %s has no code, but %s. Put the code back, in a fence.",
                        examined.id(),
                        reason)));
    }

    private static Optional<String> whyCodeIsExpected(ExaminedQuestion examined, Markdown stem) {
        if (examined.question().answer() instanceof AnswerKey.CodeOutput) {
            return Optional.of("the answer is what a program prints");
        }
        boolean showsSome = Markdown.of(examined.asked()).hasAny(Code.class)
                || Markdown.of(examined.asked()).hasBlockOfCode();
        if (showsSome) {
            return Optional.empty();
        }
        if (examined.question().kind() == Kind.CODE_READING) {
            return Optional.of("it is about reading code");
        }
        if (STEM_POINTS_AT_CODE.matcher(stem.prose()).find()) {
            return Optional.of("it speaks of some");
        }
        boolean offersNothing = examined.asked().equals(examined.question().stem());
        if (offersNothing && stem.prose().strip().endsWith(":") && !stem.endsWithList()) {
            return Optional.of("it announces something at its end");
        }
        String explanation = Markdown.of(examined.question().explanation()).prose();
        if (EXPLANATION_POINTS_AT_CODE.matcher(explanation).find()) {
            return Optional.of("the explanation refers to it");
        }
        return Optional.empty();
    }

    /** An explanation of code that speaks of none of its names explains code that has been lost or replaced. */
    private static Optional<Finding> findStrangers(ExaminedQuestion examined) {
        if (examined.question().kind() != Kind.CODE_READING) {
            return Optional.empty();
        }
        Set<String> known =
                new HashSet<>(Words.of(Markdown.of(examined.question().stem()).blocksOfCode()));
        List<String> named = Markdown.of(examined.question().explanation()).inlineCode();
        if (named.isEmpty()
                || Words.of(examined.question().explanation()).stream().anyMatch(known::contains)) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                "lost-code",
                examined.lines().of("explanation"),
                "The explanation of %s names %s, and the code in the stem knows none of it. Put the right code back.",
                examined.id(),
                String.join(", ", named)));
    }
}
