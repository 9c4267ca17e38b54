package io.pulseline.access.description;

import static org.eclipse.microprofile.openapi.OASFactory.createComponents;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Completes the document of a service when it is built: every refusal gets the one shape of errors,
 * parameters and properties that annotations leave without words or example get those of {@link
 * Examples}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedDescription implements OASFilter {
    private static final String JSON = "application/json";

    /** What the scanner gives every date and time. */
    private static final Set<Object> NOBODYS =
            Set.of("2022-03-10", "2022-03-10T16:15:50Z", "2022-03-10T12:15:50-04:00");

    private final Examples examples;
    private final Problems problems;

    /** With all examples on the class path of the service that is being built. */
    public SharedDescription() {
        this(Examples.read(Thread.currentThread().getContextClassLoader()));
    }

    SharedDescription(Examples examples) {
        this.examples = examples;
        problems = new Problems(examples);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components =
                Optional.ofNullable(api.getComponents()).orElseGet(() -> createComponents());
        api.setComponents(components);
        problems.define(components);
        Paging.define(components);
        Optional.ofNullable(components.getSchemas()).orElse(Map.of()).forEach(this::complete);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations()
                                .forEach((method, operation) ->
                                        complete(method + " " + path, operation)));
    }

    private void complete(String name, Schema schema) {
        if (lacksExample(schema)) {
            examples.schema(name).or(() -> firstChoice(schema)).ifPresent(schema::addExample);
        }
        completeProperties(name, schema);
    }

    private static Optional<Object> firstChoice(Schema schema) {
        return Optional.ofNullable(schema.getEnumeration())
                .flatMap(choices -> choices.stream().findFirst());
    }

    private void completeProperties(String owner, Schema schema) {
        Optional.ofNullable(schema.getProperties())
                .orElse(Map.of())
                .forEach((name, property) -> {
                    if (lacksExample(property)) {
                        examples.property(owner, name)
                                .or(() -> firstChoice(property))
                                .ifPresent(example -> property.setExamples(List.of(example)));
                    }
                    completeProperties(owner, property);
                });
        Optional.ofNullable(schema.getItems()).ifPresent(items -> completeProperties(owner, items));
    }

    private static boolean lacksExample(Schema schema) {
        List<Object> given = Optional.ofNullable(schema.getExamples()).orElse(List.of());
        boolean lacks = NOBODYS.containsAll(given);
        if (lacks) {
            schema.setExamples(null);
        }
        return lacks;
    }

    private void complete(String name, Operation operation) {
        Optional.ofNullable(operation.getParameters())
                .orElse(List.of())
                .forEach(parameter -> complete(name, parameter));
        if (operation.getRequestBody() != null) {
            examples.request(name)
                    .ifPresent(example ->
                            show(
                                    operation
                                            .getRequestBody()
                                            .getContent()
                                            .getMediaTypes()
                                            .get(JSON),
                                    example));
        }
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> complete(name, response.getValue()));
        if (name.contains(" /api")) {
            problems.describe(operation);
        }
    }

    private void complete(String operation, APIResponse response) {
        if (response.getContent() != null) {
            examples.response(operation)
                    .ifPresent(example ->
                            show(response.getContent().getMediaTypes().get(JSON), example));
        }
    }

    private static void show(@Nullable MediaType media, Object example) {
        if (media != null && media.getExample() == null && media.getExamples() == null) {
            media.setExample(example);
        }
    }

    private void complete(String operation, Parameter parameter) {
        String name = parameter.getName();
        if (parameter.getDescription() == null) {
            examples.parameterSays(operation, name).ifPresent(parameter::setDescription);
        }
        Schema schema = parameter.getSchema();
        if (parameter.getExample() == null
                && parameter.getExamples() == null
                && (schema == null || lacksExample(schema))) {
            examples.parameter(operation, name).ifPresent(parameter::setExample);
        }
    }
}
