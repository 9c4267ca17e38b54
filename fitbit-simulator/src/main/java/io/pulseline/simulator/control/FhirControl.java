package io.pulseline.simulator.control;

import io.pulseline.simulator.fhir.Fhir;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The FHIR servers. */
final class FhirControl {
    private final Fhir fhir;
    private final Addresses addresses;

    FhirControl(Fhir fhir, Addresses addresses) {
        this.fhir = fhir;
        this.addresses = addresses;
    }

    /** A server; all but its name may be left out. */
    record Server(
            @Nullable String name,
            @Nullable List<String> patients,
            @Nullable String token,
            @Nullable String userName,
            @Nullable String password,
            @Nullable String clientId,
            @Nullable String clientSecret) {}

    void addTo(Routes routes) {
        routes.add("POST", "/simulator/fhir", this::add)
                .add("GET", "/simulator/fhir", _ -> names())
                .add("GET", "/simulator/fhir/{name}/observations", this::observations);
    }

    private Answer add(Request request) {
        Server body = Json.read(request.body(), Server.class);
        if (body.name() == null) {
            throw new IllegalArgumentException("name is missing");
        }
        fhir.add(
                body.name(),
                body.patients() == null ? List.of("1") : body.patients(),
                new Fhir.Access(
                        body.token(),
                        body.userName(),
                        body.password(),
                        body.clientId(),
                        body.clientSecret()));
        return Answer.json(
                201,
                Json.object()
                        .put("name", body.name())
                        .put("url", addresses.apiUrl() + Fhir.PREFIX + body.name()));
    }

    private Answer names() {
        return Answer.json(200, Map.of("servers", fhir.names()));
    }

    private Answer observations(Request request) {
        return Answer.json(
                200, Map.of("observations", fhir.observations(request.pathValue("name"))));
    }
}
