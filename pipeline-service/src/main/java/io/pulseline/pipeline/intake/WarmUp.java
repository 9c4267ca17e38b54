package io.pulseline.pipeline.intake;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.record.ReceivedActivity;
import io.pulseline.pipeline.record.Records;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes the way of a record once before the first one comes, reading only: the first user need not
 * wait for classes to load and queries to be compiled. Nothing depends on it.
 */
@ApplicationScoped
class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final UUID NOBODY = new UUID(0, 0);

    private final Records records;
    private final Pipelines pipelines;
    private final DeliveryLedger ledger;
    private final Transactions transactions;

    WarmUp(Records records, Pipelines pipelines, DeliveryLedger ledger, Transactions transactions) {
        this.records = records;
        this.pipelines = pipelines;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("warm-up").start(this::read);
    }

    private void read() {
        try {
            Activity empty = new Activity();
            empty.setRecordId(NOBODY.toString());
            empty.setUser(NOBODY.toString());
            empty.setContentHash("none");
            empty.setRevision(1);
            empty.setDeleted(true);
            ReceivedActivity received = ReceivedActivity.of(empty);
            transactions.writeAndWait(() ->
                    records.latest(NOBODY, received.recordId())
                            .chain(() -> pipelines.ofUser(NOBODY))
                            .chain(() -> pipelines.ofUser(NOBODY, NOBODY))
                            .chain(() -> ledger.ofRuns(List.of(NOBODY))));
        } catch (RuntimeException e) {
            LOG.debugf("no warm-up: %s", e.getMessage());
        }
    }
}
