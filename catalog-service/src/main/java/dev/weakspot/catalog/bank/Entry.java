package dev.weakspot.catalog.bank;

import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * One value of a YAML file that knows its line. What does not fit is a {@link Misreading}.
 *
 * <p>A text is taken as it is written: YAML's own ideas of what {@code no}, {@code 1.10} or {@code 12:30} mean never
 * reach a question.
 */
final class Entry {

    private final String name;
    private final Node node;

    private Entry(String name, Node node) {
        this.name = name;
        this.node = node;
    }

    /** The value that is the whole file. */
    static Entry ofFile(String text) {
        refuseWrongEncoding(text);
        try {
            var options = new LoaderOptions();
            // Nobody abbreviates a question with anchors; a file that does is out to fill the memory.
            options.setMaxAliasesForCollections(0);
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new Misreading(1, "the file is empty");
            }
            return new Entry("the file", root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw mark == null
                    ? new Misreading(1, "this is not YAML: " + e.getProblem())
                    : new Misreading(mark.getLine() + 1, "this is not YAML: " + wayOut(e.getProblem(), mark, text));
        } catch (ReaderException e) {
            throw new Misreading(lineAt(text, e.getPosition()), "a character that YAML does not allow");
        } catch (YAMLException e) {
            throw new Misreading(1, "this is not YAML: " + e.getMessage());
        }
    }

    /** What to do about the commonest mistake, where YAML only says what it did not expect. */
    private static String wayOut(String problem, Mark mark, String text) {
        if (!problem.startsWith("mapping values are not allowed")) {
            return problem;
        }
        String line = text.lines().skip(mark.getLine()).findFirst().orElse("");
        boolean isSecond = line.lastIndexOf(": ", mark.getColumn() - 1) >= 0;
        return isSecond
                ? "quote the text: it contains \": \""
                : "quote the text if \": \" belongs to it, else indent the line like its neighbours";
    }

    /** Where the text of each part begins, by its path: {@code answer.choices[1].why}. */
    Map<String, Integer> lines() {
        Map<String, Integer> lines = new HashMap<>();
        collectLines(node, "", lines);
        return lines;
    }

    private static void collectLines(Node node, String path, Map<String, Integer> lines) {
        if (!path.isEmpty()) {
            boolean isBlock = node instanceof ScalarNode scalar
                    && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                            || scalar.getScalarStyle() == ScalarStyle.FOLDED);
            lines.put(path, node.getStartMark().getLine() + (isBlock ? 2 : 1));
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                collectLines(tuple.getValueNode(), path.isEmpty() ? key(tuple) : path + "." + key(tuple), lines);
            }
        }
        if (node instanceof SequenceNode sequence) {
            for (int index = 0; index < sequence.getValue().size(); index++) {
                collectLines(sequence.getValue().get(index), path + "[" + index + "]", lines);
            }
        }
    }

    String name() {
        return name;
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** Refuses any field but these, and a field written twice. */
    Entry withOnly(String... known) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : fields()) {
            String field = key(tuple);
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!List.of(known).contains(field)) {
                throw new Misreading(line, "\"" + field + "\" is no field here; there are " + String.join(", ", known));
            }
            if (!seen.add(field)) {
                throw new Misreading(line, "\"" + field + "\" is written twice");
            }
        }
        return this;
    }

    Entry get(String field) {
        return find(field).orElseThrow(() -> new Misreading(line(), field + " is missing", Flaw.MISSING));
    }

    /** The field, when it is there and not empty. */
    Optional<Entry> find(String field) {
        return fields().stream()
                .filter(tuple -> key(tuple).equals(field))
                .map(NodeTuple::getValueNode)
                .filter(value -> !value.getTag().equals(Tag.NULL))
                .map(value -> new Entry(field, value))
                .findFirst();
    }

    boolean hasFields() {
        return node instanceof MappingNode;
    }

    /** Each field, whatever its name, once. */
    List<Entry> parts() {
        List<Entry> parts = fields().stream()
                .map(tuple -> new Entry(key(tuple), tuple.getValueNode()))
                .toList();
        withOnly(parts.stream().map(Entry::name).toArray(String[]::new));
        return parts;
    }

    List<Entry> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw new Misreading(line(), name + " must be a list");
        }
        return sequence.getValue().stream().map(item -> new Entry(name, item)).toList();
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            String quote = node instanceof MappingNode ? "; quote it if it contains \": \"" : "";
            throw new Misreading(line(), name + " must be a text" + quote);
        }
        return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
    }

    /** The texts of a field that may be left out. */
    List<String> texts(String field) {
        return items(field).stream().map(Entry::text).toList();
    }

    /** The items of a field that may be left out. */
    List<Entry> items(String field) {
        return find(field).map(Entry::items).orElse(List.of());
    }

    int wholeNumber() {
        return read(Integer::parseInt, "a whole number");
    }

    double number() {
        return read(Double::parseDouble, "a number");
    }

    boolean claim() {
        return read(
                word -> Optional.ofNullable(Map.of("true", true, "false", false).get(word))
                        .orElseThrow(IllegalArgumentException::new),
                "true or false");
    }

    /** Makes a domain's value of the text; what the domain refuses is refused here, with the line. */
    <T> T as(Function<String, T> domain) {
        return as(() -> domain.apply(text()));
    }

    /** Makes a domain's value of this entry's parts. */
    <T> T as(Supplier<T> domain) {
        try {
            return domain.get();
        } catch (IllegalArgumentException e) {
            throw new Misreading(line(), String.valueOf(e.getMessage()));
        }
    }

    private <T> T read(Function<String, T> parser, String wanted) {
        try {
            return parser.apply(text().strip());
        } catch (IllegalArgumentException e) {
            throw new Misreading(line(), name + " must be " + wanted);
        }
    }

    private List<NodeTuple> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw new Misreading(line(), name + " must have fields");
        }
        return mapping.getValue();
    }

    private static void refuseWrongEncoding(String text) {
        int position = text.indexOf('\uFFFD');
        if (position >= 0) {
            throw new Misreading(lineAt(text, position), "a character that is not UTF-8");
        }
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.chars()
                        .limit(position)
                        .filter(character -> character == '\n')
                        .count();
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
