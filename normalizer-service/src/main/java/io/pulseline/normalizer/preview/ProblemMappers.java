package io.pulseline.normalizer.preview;

import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.normalizer.record.UnmappableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into a {@link Problem}. */
class ProblemMappers {
    @ServerExceptionMapper
    Response unmappable(UnmappableException e) {
        return Problem.response(Problem.UNPROCESSABLE, String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response undecodable(UndecodableException e) {
        return Problem.response(Problem.UNPROCESSABLE, String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response wrong(WrongParameterException e) {
        return Problem.response(
                e.getResponse().getStatus(), String.valueOf(e.getMessage()), List.of(e.error()));
    }

    @ServerExceptionMapper
    Response answered(WebApplicationException e) {
        return Problem.response(
                e.getResponse().getStatus(), Optional.ofNullable(e.getMessage()).orElse(""));
    }
}
