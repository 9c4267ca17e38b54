package io.pulseline.ingest.problem;

import io.pulseline.ingest.database.DatabaseException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what a request may fail with into a {@link Problem}. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response invalid(InvalidRequestException e) {
        return Problem.response(400, "These fields cannot be taken: " + e.getMessage(), e.errors());
    }

    @ServerExceptionMapper
    Response answered(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return Problem.response(status, Optional.ofNullable(e.getMessage()).orElse(""));
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException e) {
        return Problem.response(403, "This login may not do that.");
    }

    /**
     * A mistake of ours. Quarkus would log the whole address, and those of the connect pages hold
     * invites, authorization codes and states.
     */
    @ServerExceptionMapper
    Response mistake(Throwable e, UriInfo asked) {
        LOG.errorf(e, "request failed: path=%s", asked.getPath());
        return Problem.response(500, "This went wrong on our side; the log says why.");
    }

    @ServerExceptionMapper
    Response databaseAway(DatabaseException e) {
        LOG.warnf("request postponed, database does not answer: reason=%s", e.getMessage());
        return Problem.response(503, "The database does not answer; try again soon.");
    }
}
