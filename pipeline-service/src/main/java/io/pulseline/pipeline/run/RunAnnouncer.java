package io.pulseline.pipeline.run;

import static java.util.stream.Collectors.groupingBy;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.pipeline.RunChanged;
import io.pulseline.contracts.pipeline.RunStep;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.pace.PaceSettings;
import io.pulseline.pipeline.pace.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Publishes every change of a run to {@code pipeline.runs.v1}: the change is committed first, and
 * told until Kafka has acknowledged it. Changes in quick succession may be told as one.
 */
@ApplicationScoped
class RunAnnouncer {
    private static final String EVENT_TYPE = "io.pulseline.pipeline.run-changed.v1";
    private static final String SOURCE = "/pulseline/pipeline";
    private static final int BATCH = 400;

    /** Longer than Kafka's own delivery time-out. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Announcements announcements;
    private final RunTable table;
    private final DeliveryLedger ledger;
    private final Transactions transactions;
    private final MutinyEmitter<byte[]> topic;
    private final AvroCodec<RunChanged> codec;
    private final PaceSettings pace;
    private final Clock clock;
    private @Nullable WorkLoop loop;

    RunAnnouncer(
            Announcements announcements,
            RunTable table,
            DeliveryLedger ledger,
            Transactions transactions,
            @Channel("runs") MutinyEmitter<byte[]> topic,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl,
            PaceSettings pace,
            Clock clock) {
        this.announcements = announcements;
        this.table = table;
        this.ledger = ledger;
        this.transactions = transactions;
        this.topic = topic;
        this.codec = new AvroCodec<>(registryUrl, Topics.PIPELINE_RUNS, RunChanged.class);
        this.pace = pace;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare run changes").start(codec::prepare);
        loop = WorkLoop.start("run announcements", pace.poll(), this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** A run may have changed. */
    void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    private record Work(List<Run> runs, Map<UUID, List<Delivery>> deliveries) {
        List<Delivery> of(Run run) {
            return deliveries.getOrDefault(run.id(), List.of());
        }
    }

    private int step() {
        Instant now = clock.instant();
        Work work =
                transactions.writeAndWait(() ->
                        announcements.claim(now, now.plus(PATIENCE), BATCH).chain(this::work));
        if (work.runs().isEmpty()) {
            return 0;
        }
        try {
            Uni.join()
                    .all(work.runs().stream().map(run -> send(run, work.of(run))).toList())
                    .andFailFast()
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException e) {
            transactions.writeAndWait(
                    () -> announcements.release(work.runs().stream().map(Run::id).toList()));
            throw new IllegalStateException(
                    "Kafka or the registry does not take the changes of runs ("
                            + e.getClass().getSimpleName()
                            + ")",
                    e);
        }
        transactions.writeAndWait(() -> announcements.published(work.runs()));
        return work.runs().size();
    }

    private Uni<Work> work(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new Work(List.of(), Map.of()));
        }
        return table.runs(ids)
                .chain(runs ->
                        ledger.ofRuns(ids)
                                .map(all ->
                                        new Work(
                                                runs,
                                                all.stream().collect(groupingBy(Delivery::run)))));
    }

    private Uni<Void> send(Run run, List<Delivery> deliveries) {
        CloudEvent event =
                new CloudEvent(
                        Ids.recordEvent(run.id(), run.version()),
                        EVENT_TYPE,
                        SOURCE,
                        run.changedAt(),
                        run.id().toString());
        return topic.sendMessage(
                Message.of(codec.encode(message(run, deliveries)))
                        .addMetadata(
                                OutgoingKafkaRecordMetadata.<String>builder()
                                        .withKey(run.user().toString())
                                        .withHeaders(event.headers())
                                        .build()));
    }

    private static RunChanged message(Run run, List<Delivery> deliveries) {
        return new RunChanged(
                run.id().toString(),
                run.pipelineId().toString(),
                run.user().toString(),
                run.recordType(),
                run.recordId().toString(),
                run.revision(),
                run.title(),
                run.status().name(),
                run.reason(),
                run.startedAt().toEpochMilli(),
                run.changedAt().toEpochMilli(),
                Step.of(run, deliveries).stream()
                        .map(step ->
                                new RunStep(
                                        step.kind(),
                                        step.name(),
                                        step.status(),
                                        step.reason(),
                                        step.durationMilliseconds(),
                                        step.attempts()))
                        .toList());
    }
}
