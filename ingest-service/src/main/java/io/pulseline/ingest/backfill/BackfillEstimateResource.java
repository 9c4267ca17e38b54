package io.pulseline.ingest.backfill;

import io.pulseline.access.Roles;
import io.pulseline.ingest.backfill.BackfillEstimates.Question;
import io.pulseline.ingest.problem.FieldError;
import io.pulseline.ingest.problem.InvalidRequestException;
import io.pulseline.ingest.sync.DataProviders;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For operators who are about to connect many users. */
@Path("/api/backfill/estimate")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operation", description = "For operators.")
@APIResponse(responseCode = "401", description = "Log in first.")
class BackfillEstimateResource {
    private static final int MOST_USERS = 10_000_000;

    /** Nothing is older than 2009. */
    private static final int MOST_DAYS = 10_000;

    private static final int MOST_REPLICAS = 1_000;
    private static final int LONGEST_ANSWER_MILLISECONDS = 60_000;

    private final DataProviders providers;
    private final BackfillEstimates estimates;

    BackfillEstimateResource(DataProviders providers, BackfillEstimates estimates) {
        this.providers = providers;
        this.estimates = estimates;
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "How long a backfill of many users takes",
            description =
                    "Counts the requests that our own steps would make, and says what bounds them:"
                            + " each user's quota, the quota of all together, or our replicas.")
    @APIResponse(responseCode = "200", description = "The estimate, with what it assumes.")
    @APIResponse(responseCode = "400", description = "A parameter cannot be taken.")
    @APIResponse(responseCode = "403", description = "For operators only.")
    public BackfillEstimate estimate(
            @Parameter(description = "FITBIT or GOOGLE_HEALTH.", required = true)
                    @QueryParam("provider")
                    @DefaultValue("")
                    String provider,
            @Parameter(description = "How many users, 1 to 10000000.", required = true)
                    @QueryParam("users")
                    @DefaultValue("")
                    String users,
            @Parameter(description = "Local dates of each, 1 to 10000.", required = true)
                    @QueryParam("days")
                    @DefaultValue("")
                    String days,
            @Parameter(description = "Replicas of ingest, 1 to 1000.")
                    @QueryParam("replicas")
                    @DefaultValue("1")
                    String replicas,
            @Parameter(description = "How long one request takes, 1 to 60000.")
                    @QueryParam("answerMilliseconds")
                    @DefaultValue("300")
                    String answerMilliseconds) {
        Sent sent = new Sent();
        if (providers.find(provider).isEmpty()) {
            sent.errors.add(new FieldError("provider", "must be one that this service reads"));
        }
        Question question =
                new Question(
                        sent.number("users", users, MOST_USERS),
                        sent.number("days", days, MOST_DAYS),
                        sent.number("replicas", replicas, MOST_REPLICAS),
                        sent.number(
                                "answerMilliseconds",
                                answerMilliseconds,
                                LONGEST_ANSWER_MILLISECONDS));
        sent.check();
        return estimates.of(providers.named(provider), question);
    }

    /** What is wrong with the parameters. */
    private static final class Sent {
        private final List<FieldError> errors = new ArrayList<>();

        /** A whole number of 1 or more; 1 if it is none. */
        int number(String name, String text, int most) {
            try {
                int number = Integer.parseInt(text);
                if (number >= 1 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // Named below.
            }
            errors.add(new FieldError(name, "must be a whole number from 1 to " + most));
            return 1;
        }

        void check() {
            if (!errors.isEmpty()) {
                throw new InvalidRequestException(errors);
            }
        }
    }
}
