package dev.weakspot.testbed;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** JSON Schema (draft-07), formats such as {@code uuid} and {@code date-time} included. */
final class Schemas {

    private static final JsonSchemaFactory DRAFT_7 = JsonSchemaFactory.getInstance(VersionFlag.V7);

    private Schemas() {}

    static List<String> violations(String schema, String json) {
        return DRAFT_7
                .getSchema(schema)
                .validate(json, InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
