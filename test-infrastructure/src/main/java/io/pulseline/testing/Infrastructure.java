package io.pulseline.testing;

import io.pulseline.contracts.Topics;
import io.pulseline.localstack.setup.SchemaSetup;
import io.pulseline.localstack.setup.TopicSetup;
import java.time.Duration;
import java.util.Map;

/**
 * Kafka, PostgreSQL and schema registry, with all topics made and all schemas registered. Started
 * once per test JVM by the first who asks and stopped when the JVM ends; tests share it, so each
 * takes users, keys and consumer groups of its own.
 *
 * <p>It runs in containers where an engine answers, else as processes of the local stack. The
 * environment variable {@code PULSELINE_TEST_INFRASTRUCTURE} ({@code embedded} or {@code
 * containers}) decides without asking.
 */
public interface Infrastructure {
    /** How long topics and schemas may take once everything runs. */
    Duration SETUP_LIMIT = Duration.ofMinutes(1);

    /** The one of this JVM; started if it is not. */
    static Infrastructure shared() {
        return SharedInfrastructure.get();
    }

    Kafka kafka();

    Postgres postgres();

    /** Base address of the schema registry, for example {@code http://localhost:21035}. */
    String registryUrl();

    /** What a service needs to use it, by property name. */
    default Map<String, String> properties() {
        return Map.of(
                "kafka.bootstrap.servers", kafka().bootstrapServers(),
                "pulseline.registry.url", registryUrl(),
                "pulseline.database.host", postgres().host(),
                "pulseline.database.port", Integer.toString(postgres().port()),
                "pulseline.database.username", postgres().username(),
                "pulseline.database.password", postgres().password());
    }

    /** Makes all topics and registers all schemas; doing it twice changes nothing. */
    default void setUp() {
        new TopicSetup(kafka().bootstrapServers()).apply(Topics.all(), SETUP_LIMIT);
        new SchemaSetup(registryUrl()).apply(Topics.all(), SETUP_LIMIT);
    }

    /** The broker. */
    interface Kafka {
        /** {@code host:port}. */
        String bootstrapServers();

        /**
         * Stops its clock: connections stay open, nothing is answered; harmless if it is paused.
         */
        void pause();

        /** Ends a pause; does nothing if there is none. */
        void resume();
    }

    /** The database server with its databases {@code ingest} and {@code pipeline}. */
    interface Postgres {
        String host();

        /** The same after {@link #stop} and {@link #start}. */
        int port();

        String username();

        String password();

        /** Ends every session and refuses connections; the data stay. Harmless if it is stopped. */
        void stop();

        /** Returns when connections are taken again; does nothing if they are. */
        void start();

        default String jdbcUrl(String database) {
            return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
        }
    }
}
