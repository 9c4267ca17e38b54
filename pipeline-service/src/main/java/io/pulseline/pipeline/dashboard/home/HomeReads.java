package io.pulseline.pipeline.dashboard.home;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.connection.Connection;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Section;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Shells;
import io.pulseline.pipeline.dashboard.activities.RunLine;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.record.Arrivals;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.run.Run;
import io.pulseline.pipeline.run.RunFilter;
import io.pulseline.pipeline.run.RunReads;
import io.pulseline.pipeline.run.RunStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the first page shows, in a fixed number of statements. */
@RequestScoped
public class HomeReads {
    private static final int LATEST = 10;
    private static final int TROUBLED = 5;
    private static final Duration RECENT = Duration.ofDays(7);

    private final Shells shells;
    private final Records records;
    private final RunReads runs;
    private final Pipelines pipelines;
    private final DeliveryLedger ledger;

    HomeReads(
            Shells shells,
            Records records,
            RunReads runs,
            Pipelines pipelines,
            DeliveryLedger ledger) {
        this.shells = shells;
        this.records = records;
        this.runs = runs;
        this.pipelines = pipelines;
        this.ledger = ledger;
    }

    /** To be called inside a transaction. */
    Uni<HomeView> view() {
        return shells.of(Section.HOME).chain(shell -> view(shell));
    }

    private Uni<HomeView> view(Shell shell) {
        UUID user = shell.user();
        Reader reader = shell.reader();
        LocalDate today = reader.today();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return records.arrivals(user, today, monday, reader.zone())
                .chain(arrivals ->
                        pipelines
                                .ofUser(user)
                                .chain(own ->
                                        lines(latest(user), reader)
                                                .chain(latest ->
                                                        lines(troubled(user, reader), reader)
                                                                .map(troubled ->
                                                                        of(
                                                                                shell, arrivals,
                                                                                own, latest,
                                                                                troubled)))));
    }

    private static HomeView of(
            Shell shell,
            Arrivals arrivals,
            List<Pipeline> own,
            List<RunLine> latest,
            List<RunLine> troubled) {
        List<PausedTarget> paused =
                own.stream()
                        .flatMap(pipeline ->
                                pipeline.targets().stream()
                                        .filter(target ->
                                                target.pausedAt() != null
                                                        || target.disabledAt() != null)
                                        .map(target ->
                                                new PausedTarget(
                                                        pipeline.id(),
                                                        pipeline.name(),
                                                        RunLine.targetName(target.type()),
                                                        target.pausedAt() == null
                                                                ? target.disabledReason()
                                                                : target.pausedReason())))
                        .toList();
        return new HomeView(
                shell,
                arrivals,
                !own.isEmpty(),
                latest,
                troubled,
                paused,
                Needy.of(shell.connections()),
                shell.connections().stream().anyMatch(Connection::connected));
    }

    private Uni<List<Run>> latest(UUID user) {
        return runs.page(user, filter(Set.of(), null), null, LATEST);
    }

    private Uni<List<Run>> troubled(UUID user, Reader reader) {
        return runs.page(
                user,
                filter(
                        Set.of(RunStatus.FAILED, RunStatus.PARTIAL, RunStatus.TIER_BLOCKED),
                        reader.now().minus(RECENT)),
                null,
                TROUBLED);
    }

    private static RunFilter filter(Set<RunStatus> statuses, @Nullable Instant from) {
        return new RunFilter(
                Set.of(RecordType.ACTIVITY), statuses, null, null, null, from, null, null);
    }

    private Uni<List<RunLine>> lines(Uni<List<Run>> page, Reader reader) {
        return page.chain(found ->
                ledger.ofRuns(found.stream().map(Run::id).toList())
                        .map(deliveries ->
                                found.stream()
                                        .map(run -> RunLine.of(run, deliveries, reader))
                                        .toList()));
    }

    /** A target that gets nothing until its user has seen to it. */
    public record PausedTarget(
            UUID pipelineId, String pipeline, String target, @Nullable String reason) {}

    /** A connection that needs its user. */
    public record Needy(UUID connectionId, String title, @Nullable String reason) {
        static List<Needy> of(List<Connection> all) {
            return all.stream()
                    .filter(Connection::needsReauthorization)
                    .map(one -> new Needy(one.id(), one.providerName(), one.reason()))
                    .toList();
        }
    }

    /**
     * What the page shows.
     *
     * @param hasPipeline true as soon as there is one
     * @param latest runs, latest first
     * @param connected true where a connection is there that can be read
     * @param troubled runs of the last seven days that did not reach every target
     */
    public record HomeView(
            Shell shell,
            Arrivals arrivals,
            boolean hasPipeline,
            List<RunLine> latest,
            List<RunLine> troubled,
            List<PausedTarget> paused,
            List<Needy> needy,
            boolean connected) {
        public HomeView {
            latest = List.copyOf(latest);
            troubled = List.copyOf(troubled);
            paused = List.copyOf(paused);
            needy = List.copyOf(needy);
        }

        /** True where somebody should look at something. */
        public boolean needsAttention() {
            return !troubled.isEmpty() || !paused.isEmpty() || !needy.isEmpty();
        }

        /** True until all steps of the first-run list are done. */
        public boolean isFirstRun() {
            return !(connected || arrivals.any()) || !hasPipeline || latest.isEmpty();
        }
    }
}
