package io.pulseline.pipeline.target.kafka;

import com.google.re2j.Pattern;
import io.pulseline.contracts.Topic;
import io.pulseline.contracts.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Topics that pipelines have for themselves: how they are called, and that they are there. */
@ApplicationScoped
class PipelineTopics {
    static final int LONGEST_NAME = 100;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");

    private final String prefix;
    private final Map<String, Object> kafka;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private @Nullable Admin admin;

    PipelineTopics(
            KafkaTargetSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.prefix = settings.topicPrefix();
        this.kafka = new HashMap<>(kafka);
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /** Why a user cannot call a topic so; empty if they can. */
    Optional<String> complaint(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    "must be words of a-z and 0-9 with single dots, hyphens or underscores between");
        }
        String topic = named(name);
        boolean isOurs =
                topic.endsWith(Topics.DEAD_LETTER_SUFFIX)
                        || Topics.all().stream().map(Topic::name).anyMatch(topic::equals);
        return isOurs
                ? Optional.of("would be " + topic + ", which is a topic of Pulseline itself")
                : Optional.empty();
    }

    /** The topic that a user's name means. */
    String named(String name) {
        return prefix + name;
    }

    /**
     * Makes a topic that is not there yet. Blocks.
     *
     * @throws IllegalStateException if Kafka does not answer, or refuses
     */
    void ensure(String topic, Duration patience) {
        if (known.contains(topic)) {
            return;
        }
        Topic wanted = Topics.ofPipeline(topic);
        NewTopic asked =
                new NewTopic(topic, Optional.of(wanted.partitions()), Optional.empty())
                        .configs(wanted.configuration());
        try {
            admin().createTopics(List.of(asked))
                    .all()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + topic + " could not be made", e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        known.add(topic);
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "pulseline-pipeline-topics");
            admin = Admin.create(settings);
        }
        return admin;
    }
}
