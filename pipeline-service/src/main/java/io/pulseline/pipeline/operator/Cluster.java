package io.pulseline.pipeline.operator;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks Kafka how far consumers are and how many dead letters there are; waits 2 s at most. */
@ApplicationScoped
public class Cluster {
    private static final Logger LOG = Logger.getLogger(Cluster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private @Nullable Admin admin;

    Cluster(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = new HashMap<>(kafka);
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /** As it is now; what is not told in time is null. */
    public Uni<KafkaState> state() {
        return Aside.run(this::asked);
    }

    private KafkaState asked() {
        Offsets offsets = new Offsets(admin(), PATIENCE);
        try {
            List<Lag> lag = offsets.lag();
            return new KafkaState(lag, offsets.deadLetters());
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Kafka did not tell how it stands: %s", e.getClass().getSimpleName());
            return KafkaState.UNKNOWN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return KafkaState.UNKNOWN;
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            int patience = Math.toIntExact(PATIENCE.toMillis());
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "pulseline-pipeline-operator");
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
            admin = Admin.create(settings);
        }
        return admin;
    }
}
