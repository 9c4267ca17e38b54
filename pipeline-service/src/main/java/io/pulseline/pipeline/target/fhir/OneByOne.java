package io.pulseline.pipeline.target.fhir;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.http.HttpAnswer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A call for each, for servers without transactions. */
final class OneByOne implements Sender {
    private final FhirServer server;
    private final References references;
    private final Clock clock;

    OneByOne(FhirServer server, References references, Clock clock) {
        this.server = server;
        this.references = references;
        this.clock = clock;
    }

    @Override
    public Optional<DeliveryOutcome> send(List<Request> requests) {
        for (Request request : requests) {
            references.settle(request.resource(), Set.of());
            HttpAnswer answer =
                    request.method().equals("PUT")
                            ? server.put(request.url(), request.resource(), request.headers())
                            : server.post(request.url(), request.resource(), request.headers());
            Optional<DeliveryOutcome> failure = FhirAnswer.failure(answer, clock.instant());
            if (failure.isPresent()) {
                return failure;
            }
            if (answer instanceof HttpAnswer.Received received) {
                if (FhirAnswer.isForeign(received)) {
                    return Optional.of(foreign(received.status()));
                }
                received.header("location")
                        .or(() -> received.header("content-location"))
                        .ifPresent(location -> references.stands(request.name(), location));
            }
        }
        return Optional.empty();
    }

    private static DeliveryOutcome foreign(int status) {
        return new DeliveryOutcome.Refused(
                FhirAnswer.WHOSE
                        + " answered "
                        + status
                        + " with something that is not FHIR: is the base address right?");
    }
}
