package io.pulseline.access.description;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Says once how lists are read page by page; operations refer to it with {@code @Parameter(name =
 * "limit", in = ParameterIn.QUERY, ref = "limit")}, and so with {@code after}.
 */
final class Paging {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    private Paging() {}

    /** What the operations refer to. */
    static void define(Components components) {
        Schema limit =
                createSchema()
                        .addType(SchemaType.INTEGER)
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(MOST))
                        .defaultValue(USUAL);
        components.addParameter(
                "limit", inQuery("limit", "How many at most.", limit).example(USUAL));
        components.addParameter(
                "after",
                inQuery(
                                "after",
                                "`next` of the page before, as it was given; left out for the first.",
                                createSchema().addType(SchemaType.STRING))
                        .example("MTc2NDMxNDcyNTAwMHw5NGQzYTZmMQ"));
    }

    private static Parameter inQuery(String name, String description, Schema schema) {
        return createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(schema);
    }
}
