package dev.weakspot.problem;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.serde.exceptions.InvalidFormatException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a request in the caller's words: their field names, no class names. */
final class Wording {

    private static final Pattern DECODED_PROPERTY = Pattern.compile("property \\[(?:[^\\]]* )?(\\w+)\\]");
    private static final Pattern REQUIRED_PROPERTY =
            Pattern.compile("Required (?:constructor parameter|property) \\[(?:[^\\]]* )?(\\w+)\\]");

    private Wording() {}

    /** The path of a field as the caller wrote it: {@code answer.choices[2]}, or the {@code q} of a query. */
    static String field(ConstraintViolation<?> violation) {
        return boundName(violation).orElseGet(() -> path(violation.getPropertyPath()));
    }

    /** The name that a property of a request bean is read by. */
    private static Optional<String> boundName(ConstraintViolation<?> violation) {
        String property = "";
        for (Path.Node node : violation.getPropertyPath()) {
            property = node.getKind() == ElementKind.PROPERTY ? node.getName() : property;
        }
        String last = property;
        return Optional.ofNullable(violation.getLeafBean())
                .flatMap(bean -> BeanIntrospector.SHARED.findIntrospection(bean.getClass()))
                .flatMap(type -> type.getProperty(last))
                .flatMap(found -> found.stringValue(Bindable.class));
    }

    private static String path(Path path) {
        List<Path.Node> nodes = new ArrayList<>();
        path.forEach(nodes::add);
        nodes.removeIf(node -> node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.CONSTRUCTOR);
        boolean body = nodes.size() > 1
                && nodes.getFirst().getKind() == ElementKind.PARAMETER
                && nodes.get(1).getKind() == ElementKind.PROPERTY;
        StringBuilder field = new StringBuilder();
        for (Path.Node node : body ? nodes.subList(1, nodes.size()) : nodes) {
            if (node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                field.append(field.isEmpty() ? "" : ".").append(snakeCase(node.getName()));
            }
        }
        return field.toString();
    }

    /** A controller's argument as the caller knows it. */
    static String argument(Argument<?> argument) {
        AnnotationMetadata metadata = argument.getAnnotationMetadata();
        return metadata.hasAnnotation(Body.class)
                ? "body"
                : metadata.stringValue(Bindable.class).orElseGet(() -> snakeCase(argument.getName()));
    }

    /** The property a decoder stumbled over, when its message names one. */
    static Optional<String> decodedField(@Nullable Throwable cause) {
        Optional<String> innermost = Optional.empty();
        for (Throwable link = cause; link != null; link = link.getCause()) {
            String message = String.valueOf(link.getMessage());
            Matcher required = REQUIRED_PROPERTY.matcher(message);
            Matcher decoded = DECODED_PROPERTY.matcher(message);
            if (required.find()) {
                innermost = Optional.of(snakeCase(required.group(1)));
            } else if (decoded.find()) {
                innermost = Optional.of(snakeCase(decoded.group(1)));
            }
        }
        return innermost;
    }

    /** Why a value could not be read: the sentence of whoever refused it, or a general one. */
    static String unreadable(@Nullable Throwable cause) {
        for (Throwable link = cause; link != null; link = link.getCause()) {
            if (REQUIRED_PROPERTY.matcher(String.valueOf(link.getMessage())).find()) {
                return "is required";
            }
            // What Serde says when a "type" names none of the shapes that are allowed.
            if (String.valueOf(link.getMessage()).endsWith("No default constructor exists")) {
                return "has a part without a type, or with one that is not known";
            }
            if (link instanceof InvalidFormatException) {
                return "has a value of the wrong type";
            }
            // A record that refuses its parts says why in a sentence of its own.
            if (link.getClass() == IllegalArgumentException.class
                    && link.getMessage() != null
                    && link.getStackTrace().length > 0
                    && link.getStackTrace()[0].getClassName().startsWith("dev.weakspot.")) {
                return link.getMessage();
            }
        }
        return "cannot be read";
    }

    /** {@code responseTimeMs} → {@code response_time_ms}. */
    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
