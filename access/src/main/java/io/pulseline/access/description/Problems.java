package io.pulseline.access.description;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every refusal that it is a problem of RFC 9457, once for all. */
final class Problems {
    private static final String SCHEMA = "Problem";
    private static final String FIELD_ERROR = "FieldError";
    private static final String LOGIN_NEEDED = "LoginNeeded";
    private static final String TOO_MANY = "TooManyRequests";

    private final Examples examples;

    Problems(Examples examples) {
        this.examples = examples;
    }

    /** What the refusals of all operations refer to. */
    void define(Components components) {
        components.addSchema(FIELD_ERROR, fieldError()).addSchema(SCHEMA, problem());
        examples.problems()
                .forEach(problem ->
                        components.addExample(
                                name(problem.getKey()), createExample().value(problem.getValue())));
        components.addResponse(LOGIN_NEEDED, refusal("401", "Log in first."));
        components.addResponse(
                TOO_MANY,
                refusal("429", "Too many requests in a minute; `Retry-After` says when."));
    }

    private static Schema problem() {
        return object("An error as RFC 9457 describes it.")
                .required(List.of("type", "title", "status", "detail"))
                .addProperty(
                        "type",
                        text("Always `about:blank`: the status says what it is.", "about:blank"))
                .addProperty("title", text("The status in words.", "Bad Request"))
                .addProperty(
                        "status",
                        createSchema()
                                .addType(SchemaType.INTEGER)
                                .description("Status of HTTP.")
                                .addExample(400))
                .addProperty(
                        "detail",
                        text(
                                "What is wrong, and the way out.",
                                "These fields cannot be taken: name is required"))
                .addProperty(
                        "errors",
                        createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Wrong fields; left out when there are none.")
                                .items(reference(FIELD_ERROR)));
    }

    private static Schema fieldError() {
        return object("What is wrong with one field.")
                .required(List.of("field", "reason"))
                .addProperty("field", text("Path from the top.", "targets[0].configuration.url"))
                .addProperty("reason", text("What it must be.", "must begin with https://"));
    }

    private static Schema object(String description) {
        return createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description, String example) {
        return createSchema()
                .addType(SchemaType.STRING)
                .description(description)
                .addExample(example);
    }

    private static Schema reference(String schema) {
        return createSchema().ref(schema);
    }

    /** Of an operation of the API; a refusal that says itself what it holds is let be. */
    void describe(Operation operation) {
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        responses.forEach((status, response) -> {
            if (isRefusal(status) && response.getContent() == null && response.getRef() == null) {
                response.setContent(content(status));
            }
        });
        refer(operation, "401", LOGIN_NEEDED);
        refer(operation, "429", TOO_MANY);
    }

    private static void refer(Operation operation, String status, String response) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation.getResponses().addAPIResponse(status, createAPIResponse().ref(response));
        }
    }

    private static boolean isRefusal(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private APIResponse refusal(String status, String description) {
        return createAPIResponse().description(description).content(content(status));
    }

    private static Content content(String status) {
        return createContent()
                .addMediaType(
                        "application/problem+json",
                        createMediaType()
                                .schema(reference(SCHEMA))
                                .addExample("problem", createExample().ref(name(status))));
    }

    private static String name(String status) {
        return SCHEMA + status;
    }
}
