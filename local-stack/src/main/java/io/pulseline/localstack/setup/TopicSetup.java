package io.pulseline.localstack.setup;

import io.pulseline.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing and gives the others the settings of the contracts. */
public final class TopicSetup {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final String bootstrapServers;

    public TopicSetup(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Doing it twice changes nothing. A topic that has more partitions than asked for keeps them.
     *
     * @param limit how long to wait for Kafka
     * @return names of the topics that were made
     * @throws SetupException if Kafka did not answer in time or refuses
     */
    public List<String> apply(Collection<Topic> topics, Duration limit) {
        Admin admin = admin();
        try {
            return attemptUntil(System.nanoTime() + limit.toNanos(), admin, topics);
        } catch (NotYetException e) {
            throw new SetupException(
                    "Kafka at "
                            + bootstrapServers
                            + " did not answer within "
                            + limit.toSeconds()
                            + " s",
                    e);
        } finally {
            // Without this limit it would wait for the answers that did not come.
            admin.close(Duration.ZERO);
        }
    }

    private List<String> attemptUntil(long end, Admin admin, Collection<Topic> topics)
            throws NotYetException {
        while (true) {
            try {
                return new Attempt(admin, end).apply(topics);
            } catch (NotYetException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /** One try at everything; answers of Kafka are waited for until {@code end} at most. */
    private final class Attempt {
        private final Admin admin;
        private final long end;

        Attempt(Admin admin, long end) {
            this.admin = admin;
            this.end = end;
        }

        List<String> apply(Collection<Topic> topics) throws NotYetException {
            Set<String> present = answer(admin.listTopics().names());
            List<String> made = new ArrayList<>();
            for (Topic topic : topics) {
                if (!present.contains(topic.name()) && create(topic)) {
                    made.add(topic.name());
                }
            }
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            for (Topic topic : topics) {
                if (present.contains(topic.name())) {
                    changes.put(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                            settings(topic));
                }
            }
            answer(admin.incrementalAlterConfigs(changes).all());
            return made;
        }

        private boolean create(Topic topic) throws NotYetException {
            NewTopic wanted =
                    new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                            .configs(topic.configuration());
            try {
                answer(admin.createTopics(List.of(wanted)).all());
                return true;
            } catch (SetupException e) {
                if (e.getCause() instanceof TopicExistsException) {
                    // Another setup was quicker.
                    return false;
                }
                throw e;
            }
        }

        private <T> T answer(KafkaFuture<T> future) throws NotYetException {
            try {
                long remaining = Math.max(0, end - System.nanoTime());
                return future.get(Math.min(remaining, ATTEMPT.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new NotYetException(e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RetriableException) {
                    throw new NotYetException(e);
                }
                throw new SetupException(
                        "Kafka at " + bootstrapServers + " refuses: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SetupException("interrupted while Kafka was asked", e);
            }
        }
    }

    private static List<AlterConfigOp> settings(Topic topic) {
        return topic.configuration().entrySet().stream()
                .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                .map(entry -> new AlterConfigOp(entry, OpType.SET))
                .toList();
    }

    private Admin admin() {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) ATTEMPT.toMillis(),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) ATTEMPT.toMillis(),
                        // The broker may come up a moment later; its absence costs no second.
                        AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG,
                        50,
                        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200));
    }

    /** Worth another attempt. */
    private static final class NotYetException extends Exception {
        private static final long serialVersionUID = 1L;

        NotYetException(Throwable cause) {
            super(cause);
        }
    }
}
