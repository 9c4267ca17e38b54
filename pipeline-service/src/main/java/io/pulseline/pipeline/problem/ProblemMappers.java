package io.pulseline.pipeline.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.database.Faults;
import io.pulseline.pipeline.form.InvalidFormException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into a {@link Problem}. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response invalid(InvalidFormException e) {
        return Problem.response(400, "These fields cannot be taken: " + e.getMessage(), e.errors());
    }

    @ServerExceptionMapper
    Response notJson(JsonProcessingException e) {
        return Problem.response(400, "The body is not JSON.");
    }

    @ServerExceptionMapper
    Response answered(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return Problem.response(status, Optional.ofNullable(e.getMessage()).orElse(""));
    }

    /** On its own, because the framework has one for it too, whose answer says nothing. */
    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.response(403, "This login may not do that.");
    }

    /** The database's driver throws more than exceptions. */
    @ServerExceptionMapper(Throwable.class)
    Response failed(Throwable e) {
        if (e instanceof AuthenticationFailedException || e instanceof UnauthorizedException) {
            return Problem.response(401, "Log in first.");
        }
        if (e instanceof DatabaseException || !Faults.isDeterministic(e)) {
            LOG.warnf("request postponed, database does not answer: %s", kind(e));
            return Problem.response(503, "The database does not answer; try again soon.");
        }
        LOG.error("request failed", e);
        return Problem.response(500, "This is our mistake; the log says more.");
    }

    private static String kind(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
