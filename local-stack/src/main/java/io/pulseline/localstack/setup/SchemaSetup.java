package io.pulseline.localstack.setup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Registers the value schemas of topics through the registry's Confluent API, each under {@code
 * <topic>-value} with compatibility {@code FULL_TRANSITIVE}.
 */
public final class SchemaSetup {
    private static final String CONFLUENT_API = "/apis/ccompat/v7";
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CONFLICT = 409;
    private static final int FIRST_SERVER_ERROR = 500;

    private final String registryUrl;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param registryUrl base address, for example {@code http://localhost:8085}
     */
    public SchemaSetup(String registryUrl) {
        this.registryUrl = registryUrl;
    }

    /**
     * Doing it twice changes nothing.
     *
     * @param limit how long to wait for the registry
     * @return schema ids by topic name
     * @throws SetupException if the registry did not answer in time, or refuses a schema as
     *     incompatible with what it has
     */
    public Map<String, Integer> apply(Collection<Topic> topics, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Map<String, Integer> ids = new LinkedHashMap<>();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(REQUEST_TIMEOUT)
                        .build()) {
            Calls calls = new Calls(client, end, limit);
            for (Topic topic : topics) {
                Schema schema = topic.valueSchema();
                if (schema != null) {
                    ids.put(topic.name(), register(calls, topic, schema));
                }
            }
        }
        return ids;
    }

    private int register(Calls calls, Topic topic, Schema schema) {
        String subject = topic.valueSubject();
        calls.send(
                "PUT", "/config/" + subject, subject, Map.of("compatibility", "FULL_TRANSITIVE"));
        String answer =
                calls.send(
                        "POST",
                        "/subjects/" + subject + "/versions",
                        subject,
                        Map.of("schema", schema.toString()));
        try {
            return json.readTree(answer).path("id").intValue();
        } catch (IOException e) {
            throw new SetupException(
                    "schema registry at " + registryUrl + " answered no JSON for " + subject, e);
        }
    }

    /** Requests that share one time limit. */
    private final class Calls {
        private final HttpClient client;
        private final long end;
        private final Duration limit;

        Calls(HttpClient client, long end, Duration limit) {
            this.client = client;
            this.end = end;
            this.limit = limit;
        }

        /** Tries again while the registry is away or answers 5xx. */
        String send(String method, String path, String subject, Map<String, String> body) {
            HttpRequest request = request(method, path, body);
            while (true) {
                String trouble;
                @Nullable IOException cause = null;
                try {
                    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                    if (answer.statusCode() < FIRST_SERVER_ERROR) {
                        return accepted(answer, subject);
                    }
                    trouble = "answers " + answer.statusCode();
                } catch (IOException e) {
                    trouble = "is not reachable";
                    cause = e;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new SetupException("interrupted while the registry was asked", e);
                }
                pauseOrGiveUp(trouble, cause);
            }
        }

        private void pauseOrGiveUp(String trouble, @Nullable IOException cause) {
            if (System.nanoTime() > end) {
                throw new SetupException(
                        "schema registry at "
                                + registryUrl
                                + " "
                                + trouble
                                + ", for "
                                + limit.toSeconds()
                                + " s now",
                        cause);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SetupException("interrupted while the registry was asked", e);
            }
        }

        private HttpRequest request(String method, String path, Map<String, String> body) {
            try {
                return HttpRequest.newBuilder(URI.create(registryUrl + CONFLUENT_API + path))
                        .timeout(REQUEST_TIMEOUT)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                        .build();
            } catch (IOException e) {
                throw new SetupException("request for the registry cannot be written", e);
            }
        }

        private String accepted(HttpResponse<String> answer, String subject) {
            if (answer.statusCode() == CONFLICT) {
                throw new SetupException(
                        "schema of "
                                + subject
                                + " is not FULL_TRANSITIVE compatible with the one in the registry"
                                + " at "
                                + registryUrl
                                + ": "
                                + answer.body());
            }
            if (answer.statusCode() != 200) {
                throw new SetupException(
                        "schema registry at "
                                + registryUrl
                                + " answers "
                                + answer.statusCode()
                                + " for "
                                + subject
                                + ": "
                                + answer.body());
            }
            return answer.body();
        }
    }
}
