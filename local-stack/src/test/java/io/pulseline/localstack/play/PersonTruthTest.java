package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.sun.net.httpserver.HttpServer;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Simulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One type of one person's records beside the truth that a simulator tells. */
class PersonTruthTest {
    private static final String TRUTH =
            """
            {"recordType":"respiratory-rate","owner":"26FWFL","localDate":"2026-03-29",\
            "breathsPerMinute":14.2}
            {"recordType":"sleep","owner":"26FWFL","logId":"1","deleted":true}
            {"recordType":"heart-rate","owner":"26FWFL","localDate":"2026-03-29","slot":1,\
            "heartRate":{"startEpochMillis":1774742400000,"offsetMilliseconds":[0,5000],\
            "beatsPerMinute":[61,62]}}
            {"recordType":"heart-rate","owner":"26FWFL","localDate":"2026-03-29","slot":2,\
            "heartRate":{"offsetMilliseconds":[],"beatsPerMinute":[]}}
            """;

    private HttpServer server;
    private PersonTruth truth;

    @BeforeEach
    void ask() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/simulator/truth",
                exchange -> {
                    byte[] body = TRUTH.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        URI base = URI.create("http://localhost:" + server.getAddress().getPort());
        try (Simulator simulator = new Simulator(base)) {
            truth = PersonTruth.read(simulator, "26FWFL", ProviderSide.FITBIT);
        }
    }

    @AfterEach
    void close() throws IOException {
        server.stop(0);
    }

    private static RespiratoryRate rate(String date, double breaths) {
        return RespiratoryRate.newBuilder()
                .setRecordId("id of " + date)
                .setLocalDate(date)
                .setBreathsPerMinute(breaths)
                .setProvenance(Provenance.newBuilder().setProvider("FITBIT").build())
                .build();
    }

    private List<String> differences(RespiratoryRate... found) {
        return truth.differences(RecordType.RESPIRATORY_RATE, List.of(found));
    }

    @Test
    void equalRecordsDifferInNothing() {
        assertThat(truth.expected(RecordType.RESPIRATORY_RATE)).isOne();
        assertThat(differences(rate("2026-03-29", 14.2))).isEmpty();
    }

    @Test
    void anotherValueIsNamed() {
        assertThat(differences(rate("2026-03-29", 14.3)))
                .singleElement()
                .asString()
                .contains("breathsPerMinute", "14.2", "14.3");
    }

    @Test
    void aMissingRecordIsNamed() {
        assertThat(differences()).singleElement().asString().contains("2026-03-29", "none");
    }

    @Test
    void aRecordThatTheTruthDoesNotKnowIsNamed() {
        assertThat(differences(rate("2026-03-29", 14.2), rate("2026-03-28", 14.2)))
                .singleElement()
                .asString()
                .contains("2026-03-28");
    }

    @Test
    void heartbeatsOfAllHoursAreToldByTheirMoment() {
        assertThat(truth.heartRate())
                .containsExactly(
                        entry(Instant.parse("2026-03-29T00:00:00Z"), 61),
                        entry(Instant.parse("2026-03-29T00:00:05Z"), 62));
    }

    @Test
    void whatIsGoneIsNotExpected() {
        assertThat(truth.expected(RecordType.SLEEP)).isZero();
    }
}
