package io.pulseline.pipeline.dashboard.care;

import io.pulseline.access.Roles;
import io.pulseline.pipeline.dashboard.Section;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Shells;
import io.pulseline.pipeline.dashboard.care.CareViews.OneUser;
import io.pulseline.pipeline.dashboard.care.CareViews.Overview;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.DailyRecords;
import io.pulseline.pipeline.record.DailyRecords.OfDate;
import io.pulseline.pipeline.sharing.CareCode;
import io.pulseline.pipeline.sharing.CareTeam;
import io.pulseline.pipeline.sharing.Share;
import io.pulseline.pipeline.sharing.SharedDays;
import io.pulseline.pipeline.sharing.SharedReading;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The care team's pages. They change nothing, but the looks that they are get noted, by {@link
 * SharedReading} as for the API.
 */
@Path("/care")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.CARE_TEAM)
class CarePages {
    /** What is older than that says nothing of how somebody is. */
    private static final int LATEST_DAYS = 7;

    private static final int DAYS_OF_ONE = 28;

    private final Shells shells;
    private final SharedReading reading;
    private final CareTeam team;
    private final DailyRecords daily;
    private final Transactions transactions;

    CarePages(
            Shells shells,
            SharedReading reading,
            CareTeam team,
            DailyRecords daily,
            Transactions transactions) {
        this.shells = shells;
        this.reading = reading;
        this.team = team;
        this.daily = daily;
        this.transactions = transactions;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        private Templates() {}

        static native TemplateInstance care(Overview view);

        static native TemplateInstance careUser(OneUser view);
    }

    /** What was read in the transaction; unpacked after it. */
    private record AllRead(
            Shell shell, Optional<CareCode> code, List<Share> shares, List<OfDate> records) {
        Overview view() {
            return Overview.of(shell, code, shares, SharedDays.byUser(records));
        }
    }

    private record OneRead(Shell shell, Share share, List<OfDate> records) {
        OneUser view() {
            return OneUser.of(shell, share, SharedDays.ofOne(records));
        }
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> all() {
        return transactions
                .write(() -> shells.of(Section.CARE).chain(this::readAll))
                // Records are unpacked, which would hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> Templates.care(read.view()));
    }

    private Uni<AllRead> readAll(Shell shell) {
        Instant now = shell.reader().now();
        return team.current(shell.user(), now)
                .chain(code ->
                        reading.lookAtAll(shell.user(), now)
                                .chain(shares ->
                                        latest(shares, now)
                                                .map(records ->
                                                        new AllRead(
                                                                shell, code, shares, records))));
    }

    private Uni<List<OfDate>> latest(List<Share> shares, Instant now) {
        // The dates of all users, wherever they are, touch these.
        LocalDate first =
                shares.stream()
                        .map(share -> share.dateAt(now).minusDays(LATEST_DAYS - 1L))
                        .min(LocalDate::compareTo)
                        .orElse(LocalDate.EPOCH);
        LocalDate last =
                shares.stream()
                        .map(share -> share.dateAt(now))
                        .max(LocalDate::compareTo)
                        .orElse(LocalDate.EPOCH);
        return shares.isEmpty()
                ? Uni.createFrom().item(List.of())
                : daily.of(shares.stream().map(Share::user).toList(), first, last);
    }

    @GET
    @Path("/{userId}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@PathParam("userId") UUID userId) {
        return transactions
                .write(() -> shells.of(Section.CARE).chain(shell -> readOne(shell, userId)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> Templates.careUser(read.view()));
    }

    private Uni<OneRead> readOne(Shell shell, UUID userId) {
        Instant now = shell.reader().now();
        return reading.look(shell.user(), userId, now)
                .chain(share -> {
                    LocalDate today = share.dateAt(now);
                    return daily.of(List.of(userId), today.minusDays(DAYS_OF_ONE - 1L), today)
                            .map(records -> new OneRead(shell, share, records));
                });
    }
}
