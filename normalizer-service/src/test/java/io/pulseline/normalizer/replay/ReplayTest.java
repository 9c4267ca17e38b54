package io.pulseline.normalizer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.localstack.process.Ports;
import io.pulseline.normalizer.fitbit.Payloads;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.InfrastructureResource;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beside a running normalizer; every test has a user of its own on the shared topics. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ReplayTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID user = UUID.randomUUID();
    private final Infrastructure infrastructure = Infrastructure.shared();
    private KafkaProbe kafka;
    private AvroCodec<PayloadCaptured> payloads;
    private AvroCodec<Steps> steps;

    /** What a run printed and how it ended. */
    private record Run(int exit, String out, String err) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + out + err, e);
            }
        }

        int count(String kind, String what) {
            for (JsonNode each : json().get("kinds")) {
                if (each.get("kind").asText().equals(kind)) {
                    return each.get(what).asInt();
                }
            }
            throw new AssertionError("nothing of kind " + kind + ": " + out);
        }
    }

    @BeforeEach
    void open() {
        kafka = new KafkaProbe(infrastructure.kafka().bootstrapServers());
        String registry = infrastructure.registryUrl();
        payloads = new AvroCodec<>(registry, Topics.SOURCE_PAYLOADS, PayloadCaptured.class);
        steps = new AvroCodec<>(registry, Topics.HEALTH_STEPS, Steps.class);
    }

    @AfterEach
    void close() {
        payloads.close();
        steps.close();
        kafka.close();
    }

    @Test
    void aDryRunOfAnUnchangedMappingFindsNoDifference() {
        send(fourHours(137));
        stepsOfUser(4);

        Run run = replay("--dry-run", "--json");

        assertThat(run.exit()).isZero();
        assertThat(run.count("steps", "payloads")).isEqualTo(1);
        assertThat(run.count("steps", "equal")).isEqualTo(4);
        assertThat(run.count("steps", "changed")).isZero();
        assertThat(run.count("steps", "new")).isZero();
        assertThat(run.json().get("differences")).isEmpty();
        assertThat(run.json().get("payloadsToSend").asInt()).isZero();
        assertThat(backfillOfUser()).isEmpty();
    }

    @Test
    void aRecordOfAnOlderMappingIsNamedAndReplacedOnce() {
        send(fourHours(137));
        doctor(stepsOfUser(4));

        Run dry = replay("--dry-run", "--json");
        assertThat(dry.exit()).isZero();
        assertThat(dry.count("steps", "changed")).isEqualTo(1);
        assertThat(dry.count("steps", "equal")).isEqualTo(3);
        assertThat(dry.json().at("/differences/0/fields/0/field").asText())
                .isEqualTo("stepsPerMinute");
        assertThat(backfillOfUser()).isEmpty();

        Run run = replay("--json");
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.json().at("/sent/payloads").asInt()).isEqualTo(1);
        assertThat(run.json().at("/sent/arrived/steps").asInt()).isEqualTo(1);
        List<Steps> newest =
                stepsOfUser(8).stream()
                        .map(record -> steps.decode(record.value()))
                        .filter(record -> Acquisition.REPLAY.equals(record.getAcquisition()))
                        .toList();
        assertThat(newest).hasSize(4);
        assertThat(newest.getFirst().getStepsPerMinute().getFirst()).isEqualTo(137);

        Run again = replay();
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("Nothing changes, so nothing was sent");
        assertThat(backfillOfUser()).hasSize(1);
    }

    @Test
    void whatIsSentIsTheSamePayloadAndAgesWithItsOriginal() {
        send(fourHours(137));
        stepsOfUser(4);

        Run run = replay("--all", "--json");

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        ConsumerRecord<String, byte[]> original = ofUser(Topics.SOURCE_PAYLOADS).getFirst();
        ConsumerRecord<String, byte[]> copy = backfillOfUser().getFirst();
        PayloadCaptured expected = payloads.decode(original.value());
        expected.setAcquisition(Acquisition.REPLAY);
        assertThat(payloads.decode(copy.value())).isEqualTo(expected);
        assertThat(copy.timestamp()).isEqualTo(original.timestamp());
        assertThat(KafkaProbe.headersOf(copy)).containsEntry("ce_id", "seven");
    }

    @Test
    void healthValuesAreShownOnRequestOnly() {
        send(fourHours(137));
        doctor(stepsOfUser(4));

        Run silent = replay("--dry-run");
        assertThat(silent.out().lines()).contains("    stepsPerMinute");
        assertThat(replay("--dry-run", "--json").json().at("/differences/0/fields/0")).hasSize(1);

        Run told = replay("--dry-run", "--show-values");
        assertThat(told.out()).contains("    stepsPerMinute: [99,").contains("-> [137,");
        JsonNode field =
                replay("--dry-run", "--show-values", "--json").json().at("/differences/0/fields/0");
        assertThat(field.at("/before/0").asInt()).isEqualTo(99);
        assertThat(field.at("/now/0").asInt()).isEqualTo(137);
    }

    @Test
    void anOlderPayloadIsNoChangeWhereTheRecordHasANewerCapture() {
        send(fourHours(100));
        stepsOfUser(4);
        PayloadCaptured later = fourHours(120);
        later.setCapturedEpochMillis(Payloads.CAPTURED + 1000);
        send(later);
        stepsOfUser(8);

        Run both = replay("--dry-run", "--json");
        assertThat(both.count("steps", "payloads")).isEqualTo(2);
        assertThat(both.count("steps", "equal")).isEqualTo(4);
        assertThat(both.count("steps", "changed")).isZero();

        Instant second = Instant.ofEpochMilli(ofUser(Topics.SOURCE_PAYLOADS).getLast().timestamp());
        Run first = replay("--dry-run", "--json", "--to", second.toString());
        assertThat(first.count("steps", "payloads")).isEqualTo(1);
        assertThat(first.count("steps", "older")).isEqualTo(4);
        assertThat(first.count("steps", "changed")).isZero();
        assertThat(first.json().get("payloadsToSend").asInt()).isZero();

        Run last = replay("--dry-run", "--json", "--from", second.toString());
        assertThat(last.count("steps", "payloads")).isEqualTo(1);
        assertThat(last.count("steps", "equal")).isEqualTo(4);
    }

    @Test
    void poisonIsReportedAndTheOthersAreRead() {
        byte[] poison = "not avro at all".getBytes(StandardCharsets.UTF_8);
        kafka.produce(Topics.SOURCE_PAYLOADS, user.toString(), poison, Map.of());
        PayloadCaptured unknown = fourHours(1);
        unknown.setKind("blood-sugar");
        send(unknown);
        send(fourHours(137));
        stepsOfUser(4);

        Run run = replay("--dry-run", "--json");
        assertThat(run.exit()).isZero();
        assertThat(run.count(Rereadings.UNREADABLE, "refused")).isEqualTo(1);
        assertThat(run.count("blood-sugar", "refused")).isEqualTo(1);
        assertThat(run.count("steps", "equal")).isEqualTo(4);
        assertThat(run.json().get("refusals").toString())
                .contains("magic byte", "no mapping for kind blood-sugar");

        assertThat(replay("--dry-run").out())
                .contains("Refused payloads, 2 shown", "no mapping for kind blood-sugar");
    }

    @Test
    void onlyTheKindsAskedForAreRead() {
        send(fourHours(137));
        PayloadCaptured run = Payloads.eveningRun();
        run.setUser(user.toString());
        send(run);
        stepsOfUser(4);
        kafka.await(Topics.HEALTH_ACTIVITIES, this::isOfUser, 1, LIMIT);

        Run activities = replay("--dry-run", "--json", "--kind", "activity");

        assertThat(activities.count("activity", "equal")).isEqualTo(1);
        assertThat(activities.json().get("kinds")).hasSize(1);
    }

    @Test
    void whatIsMisunderstoodIsAnsweredWithWhatWouldBeUnderstood() {
        Run nobody = replay("--dry-run");
        assertThat(nobody.exit()).isEqualTo(3);
        assertThat(nobody.err()).contains("nothing to replay", user.toString(), "30 days");

        Run kind = replay("--kind", "hart-rate");
        assertThat(kind.exit()).isEqualTo(2);
        assertThat(kind.err()).contains("there is no kind 'hart-rate'", "heart-rate, ");

        Run range = replay("--from", "2026-02-01", "--to", "2026-01-31");
        assertThat(range.exit()).isEqualTo(2);
        assertThat(range.err()).contains("the range is empty");

        Run time = replay("--from", "yesterday");
        assertThat(time.exit()).isEqualTo(2);
        assertThat(time.err()).contains("write 2026-01-31 (UTC)");

        Run person = execute("--user", "bob");
        assertThat(person.exit()).isEqualTo(2);
        assertThat(person.err()).contains("'bob' is no user id");
    }

    @Test
    void whatIsAwayIsNamedWithTheWayOut() {
        send(fourHours(137));
        String nowhere = "localhost:" + Ports.free();

        Run withoutKafka = replay("--dry-run", "--kafka", nowhere);
        assertThat(withoutKafka.exit()).isEqualTo(4);
        assertThat(withoutKafka.err())
                .contains("Kafka at " + nowhere + " does not answer", "./pulseline up");

        Run withoutRegistry = replay("--dry-run", "--registry", "http://" + nowhere);
        assertThat(withoutRegistry.exit()).isEqualTo(4);
        assertThat(withoutRegistry.err())
                .contains("registry at http://" + nowhere, "./pulseline up");
    }

    @Test
    void helpNamesOptionsKindsAndExitCodes() {
        Run help = execute("--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .contains("--dry-run", "--show-values", "heart-rate-variability", "Exit codes:");
    }

    /** Takes the records away and puts them back, the first as an older mapping might have. */
    private void doctor(List<ConsumerRecord<String, byte[]>> records) {
        deleteAllSteps();
        Steps first = steps.decode(records.getFirst().value());
        List<Integer> minutes = new ArrayList<>(first.getStepsPerMinute());
        minutes.set(0, 99);
        first.setStepsPerMinute(minutes);
        first.setRevision(first.getRevision() - 1);
        first.setContentHash(ContentHash.of(first));
        kafka.produce(Topics.HEALTH_STEPS, user.toString(), steps.encode(first), Map.of());
        records.stream()
                .skip(1)
                .forEach(record ->
                        kafka.produce(
                                Topics.HEALTH_STEPS, user.toString(), record.value(), Map.of()));
    }

    private void deleteAllSteps() {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        kafka.everythingIn(Topics.HEALTH_STEPS)
                .forEach(record ->
                        all.put(
                                new TopicPartition(record.topic(), record.partition()),
                                RecordsToDelete.beforeOffset(record.offset() + 1)));
        try (Admin admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                infrastructure.kafka().bootstrapServers()))) {
            admin.deleteRecords(all).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError("records could not be deleted", e);
        }
    }

    private PayloadCaptured fourHours(int stepsInTheFirstMinute) {
        PayloadCaptured payload =
                Payloads.ofDate(PayloadKind.STEPS, "2026-05-14")
                        .zone(null, "UTC")
                        .covering("2026-05-14T00:00:00Z", "2026-05-14T04:00:00Z")
                        .answered(
                                PartKind.STEPS,
                                """
                                {"activities-steps-intraday":{"dataset":[
                                {"time":"00:00:00","value":%d}]}}\
                                """
                                        .formatted(stepsInTheFirstMinute))
                        .build();
        payload.setUser(user.toString());
        return payload;
    }

    private void send(PayloadCaptured payload) {
        kafka.produce(
                Topics.SOURCE_PAYLOADS,
                user.toString(),
                payloads.encode(payload),
                Map.of("ce_id", "seven"));
    }

    private Run replay(String... options) {
        List<String> arguments = new ArrayList<>(List.of("--user=" + user, "--wait=30"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--kafka")) {
            arguments.add("--kafka=" + infrastructure.kafka().bootstrapServers());
        }
        if (!arguments.contains("--registry")) {
            arguments.add("--registry=" + infrastructure.registryUrl());
        }
        return execute(arguments.toArray(String[]::new));
    }

    private static Run execute(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                ReplayCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                        .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }

    private List<ConsumerRecord<String, byte[]>> stepsOfUser(int count) {
        return kafka.await(Topics.HEALTH_STEPS, this::isOfUser, count, LIMIT);
    }

    private List<ConsumerRecord<String, byte[]>> backfillOfUser() {
        return ofUser(Topics.SOURCE_BACKFILL);
    }

    private List<ConsumerRecord<String, byte[]>> ofUser(String topic) {
        return kafka.everythingIn(topic).stream().filter(this::isOfUser).toList();
    }

    private boolean isOfUser(ConsumerRecord<String, byte[]> record) {
        return user.toString().equals(record.key());
    }
}
