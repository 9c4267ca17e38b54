package io.pulseline.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.KeptMetric;
import io.pulseline.pipeline.record.Records;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Metrics on Kafka, and what is kept of them. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class MetricIntakeTest {
    private static final Instant HOUR = Instant.parse("2026-10-25T00:00:00Z");

    @Inject Records records;
    @Inject Transactions transactions;

    private final UUID user = UUID.randomUUID();
    private final KafkaProbe kafka =
            new KafkaProbe(Infrastructure.shared().kafka().bootstrapServers());
    private final AvroCodec<HeartRateSeries> codec =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.HEALTH_HEART_RATE,
                    HeartRateSeries.class);

    @AfterEach
    void tidy() {
        kafka.close();
        codec.close();
    }

    private void publish(HeartRateSeries hour) {
        publish(codec.encode(hour));
    }

    private void publish(byte[] value) {
        kafka.produce(Topics.HEALTH_HEART_RATE, user.toString(), value, Map.of());
    }

    private List<HeartRateSeries> kept() {
        return transactions
                .writeAndWait(() -> records.heartRate(user, HOUR, HOUR.plusSeconds(7200)))
                .stream()
                .map((KeptMetric metric) -> metric.as(HeartRateSeries.class))
                .toList();
    }

    @Test
    void theLatestRevisionOfEachHourIsKept() {
        HeartRateSeries first = MetricDays.liveHour(user, HOUR, 60);
        HeartRateSeries newer = MetricDays.liveHour(user, HOUR, 70);
        newer.setRevision(first.getRevision() + 1024);
        HeartRateSeries older = MetricDays.liveHour(user, HOUR, 50);
        older.setRevision(first.getRevision() - 1024);
        HeartRateSeries next = MetricDays.liveHour(user, HOUR.plusSeconds(3600), 80);

        List.of(first, newer, older, next).forEach(this::publish);

        await().atMost(Street.LIMIT).until(() -> kept().size() == 2);
        assertThat(kept()).containsExactly(newer, next);
    }

    @Test
    void aVanishedHourIsNoLongerRead() {
        HeartRateSeries hour = MetricDays.liveHour(user, HOUR, 60);
        publish(hour);
        await().atMost(Street.LIMIT).until(() -> kept().size() == 1);
        HeartRateSeries gone = MetricDays.liveHour(user, HOUR, 60);
        gone.setDeleted(true);
        gone.setRevision(hour.getRevision() + 1024);
        gone.setContentHash(ContentHash.of(gone));

        publish(gone);

        await().atMost(Street.LIMIT).until(() -> kept().isEmpty());
    }

    @Test
    void poisonIsDeadLetteredBesideItsTopicAndTheRestIsKept() {
        byte[] garbage = "no metric, test poison".getBytes(UTF_8);
        HeartRateSeries nobodys = MetricDays.liveHour(user, HOUR, 60);
        nobodys.setUser("42");
        HeartRateSeries dateless = MetricDays.liveHour(user, HOUR, 60);
        dateless.setLocalDate("yesterday");

        publish(garbage);
        publish(nobodys);
        publish(dateless);
        publish(MetricDays.liveHour(user, HOUR, 60));

        await().atMost(Street.LIMIT).until(() -> kept().size() == 1);
        var letters =
                kafka.await(
                        Topics.deadLettersOf(Topics.HEALTH_HEART_RATE),
                        letter -> user.toString().equals(letter.key()),
                        3,
                        Street.LIMIT);
        assertThat(letters)
                .extracting(letter -> KafkaProbe.headersOf(letter).get("dead-letter-reason"))
                .containsExactly(
                        "value of health.heart-rate.v1 does not start with the Confluent wire"
                                + " format's magic byte",
                        "user is not a UUID",
                        "localDate is not a date");
    }

    @Test
    void anIdOfSomebodyElseTakesNothingFromThem() {
        publish(MetricDays.liveHour(user, HOUR, 60));
        await().atMost(Street.LIMIT).until(() -> kept().size() == 1);
        HeartRateSeries stolen = MetricDays.liveHour(user, HOUR, 99);
        UUID thief = UUID.randomUUID();
        stolen.setUser(thief.toString());
        stolen.setRevision(stolen.getRevision() + 10_240);

        kafka.produce(Topics.HEALTH_HEART_RATE, thief.toString(), codec.encode(stolen), Map.of());

        kafka.await(
                Topics.deadLettersOf(Topics.HEALTH_HEART_RATE),
                letter -> thief.toString().equals(letter.key()),
                1,
                Street.LIMIT);
        assertThat(kept().getFirst().getHeartRate().getBeatsPerMinute()).doesNotContain(99);
    }
}
