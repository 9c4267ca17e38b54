package io.pulseline.pipeline.sharing;

import io.pulseline.access.Roles;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.history.RecordAnswers;
import io.pulseline.pipeline.history.RecordAnswers.RecordPage;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.record.DailyRecords;
import io.pulseline.pipeline.sharing.SharedDays.SharedDay;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a member of the care team reads of a user who shares; the user sees that they looked. */
@Path("/api/care/users/{userId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CARE_TEAM)
@Tag(name = "care team")
@APIResponse(responseCode = "404", description = "Does not share with you, or not any more.")
class CareRecordsResource {
    private static final int USUAL_DAYS = 28;
    private static final int MOST_DAYS = 92;

    private final SharedReading reading;
    private final RecordAnswers records;
    private final DailyRecords daily;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    CareRecordsResource(
            SharedReading reading,
            RecordAnswers records,
            DailyRecords daily,
            Transactions transactions,
            CurrentUser user,
            Clock clock) {
        this.reading = reading;
        this.records = records;
        this.daily = daily;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Days of somebody.
     *
     * @param days those of which there is anything, latest first
     */
    @Schema(name = "SharedDays")
    record Days(LocalDate from, LocalDate to, List<SharedDay> days) {
        Days {
            days = List.copyOf(days);
        }
    }

    @GET
    @Path("records")
    @Operation(
            summary = "Kept records of one type of a user who shares, by local date, latest first",
            description = "As `GET /api/records` does for one's own.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "Names every parameter that is wrong")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            required = true,
            description = "Type of the records",
            schema = @Schema(implementation = String.class, examples = "daily-summary"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Of that local date or later",
            schema = @Schema(implementation = LocalDate.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Of that local date or earlier",
            schema = @Schema(implementation = LocalDate.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most; with series 25, which is the default then",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "200",
                            defaultValue = "50"))
    @Parameter(name = "after", in = ParameterIn.QUERY, ref = "after")
    @Parameter(
            name = "series",
            in = ParameterIn.QUERY,
            description = "Whether heart rate, track and steps by the minute are shown as well",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public Uni<RecordPage> records(
            @PathParam("userId") UUID userId, @Parameter(hidden = true) @Context UriInfo asked) {
        UUID member = user.id();
        return transactions
                .write(() -> reading.look(member, userId, clock.instant()))
                .chain(_ -> records.page(userId, asked.getQueryParameters()));
    }

    @GET
    @Path("days")
    @Operation(
            summary = "Steps, resting heart rate and nights of a user who shares, by local date",
            description = "The last 28 days where the user is, unless others are asked.")
    @APIResponse(responseCode = "200", description = "Days of which there is anything.")
    @APIResponse(responseCode = "400", description = "Names every parameter that is wrong")
    public Uni<Days> days(
            @PathParam("userId") UUID userId,
            @Parameter(description = "Local date, inclusive; at most 92 days before `to`")
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "Local date, inclusive") @QueryParam("to")
                    @Nullable String to) {
        UUID member = user.id();
        return transactions
                .write(() ->
                        reading.look(member, userId, clock.instant())
                                .map(share -> asked(share, from, to))
                                .chain(days ->
                                        daily.of(List.of(userId), days.from(), days.to())
                                                .map(found -> new Found(days, found))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Found::days);
    }

    private record Found(Days asked, List<DailyRecords.OfDate> records) {
        Days days() {
            return new Days(asked.from(), asked.to(), SharedDays.ofOne(records));
        }
    }

    private Days asked(Share share, @Nullable String from, @Nullable String to) {
        LocalDate last = to == null ? share.dateAt(clock.instant()) : date("to", to);
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : date("from", from);
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw ShareWish.refused("from", "must be 0 to " + (MOST_DAYS - 1) + " days before to");
        }
        return new Days(first, last, List.of());
    }

    private static LocalDate date(String name, String given) {
        try {
            LocalDate date = LocalDate.parse(given);
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException _) {
            // Told below.
        }
        throw ShareWish.refused(name, "must be a date as 2026-11-29");
    }
}
