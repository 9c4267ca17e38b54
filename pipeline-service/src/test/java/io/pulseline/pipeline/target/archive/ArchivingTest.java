package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArchivingTest {
    private static final Instant NOW = Instant.parse("2026-06-13T05:30:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Steps store = new Steps();

    /** Writes down what is asked, and answers as it is told. */
    private static final class Steps implements ArchiveStore {
        private final List<String> asked = new ArrayList<>();
        private DeliveryOutcome toPut = new DeliveryOutcome.Accepted();
        private DeliveryOutcome toRemove = new DeliveryOutcome.Accepted();
        private Duration takes = Duration.ZERO;
        private Instant now = NOW;

        @Override
        public DeliveryOutcome put(String name, byte[] bytes) {
            asked.add("put " + name + " " + new String(bytes, UTF_8));
            now = now.plus(takes);
            return toPut;
        }

        @Override
        public DeliveryOutcome remove(String name, @Nullable String kept) {
            asked.add("remove " + name);
            return toRemove;
        }

        private Clock clock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }
            };
        }
    }

    @Test
    void aNewRecordIsAFileAndItsNameIsItsId() {
        assertThat(send(EventType.CREATED, "a.fit", null, null))
                .isEqualTo(new DeliveryOutcome.Accepted("a.fit"));
        assertThat(store.asked).containsExactly("put a.fit file");
    }

    @Test
    void aNewRevisionOfTheSameNameIsWrittenOverTheOldOne() {
        assertThat(send(EventType.UPDATED, "a.fit", "a.fit", null))
                .isEqualTo(new DeliveryOutcome.Accepted("a.fit"));
        assertThat(store.asked).containsExactly("put a.fit file");
    }

    @Test
    void aNewNameIsWrittenBeforeTheOldOneIsRemoved() {
        assertThat(send(EventType.UPDATED, "b.fit", "a.fit", null))
                .isEqualTo(new DeliveryOutcome.Accepted("b.fit"));
        assertThat(store.asked).containsExactly("put b.fit file", "remove a.fit");
    }

    @Test
    void nothingIsRemovedBeforeTheNewFileStands() {
        store.toPut = DeliveryOutcome.Later.because("busy");

        assertThat(send(EventType.UPDATED, "b.fit", "a.fit", null)).isEqualTo(store.toPut);
        assertThat(store.asked).containsExactly("put b.fit file");
    }

    @Test
    void anOldFileThatCannotBeRemovedIsNoSuccess() {
        store.toRemove = new DeliveryOutcome.Paused("may not remove");

        assertThat(send(EventType.UPDATED, "b.fit", "a.fit", null)).isEqualTo(store.toRemove);
    }

    @Test
    void aSlowStoreIsAskedAgainForTheSecondStep() {
        store.takes = Duration.ofSeconds(11);
        DeliveryOutcome first = send(EventType.UPDATED, "b.fit", "a.fit", null);

        assertThat(first)
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Postponed.class,
                        later -> assertThat(later.progress()).isEqualTo(Archiving.WRITTEN));
        assertThat(send(EventType.UPDATED, "b.fit", "a.fit", Archiving.WRITTEN))
                .isEqualTo(new DeliveryOutcome.Accepted("b.fit"));
        assertThat(store.asked).containsExactly("put b.fit file", "remove a.fit");
    }

    @Test
    void aDeletedRecordLosesItsFile() {
        assertThat(send(EventType.DELETED, "c.fit", "a.fit", null))
                .isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(store.asked).containsExactly("remove a.fit");
    }

    @Test
    void aDeletedRecordOfWhichNobodyKnowsAFileLosesTheOneItWouldHave() {
        assertThat(send(EventType.DELETED, "c.fit", null, null))
                .isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(store.asked).containsExactly("remove c.fit");
    }

    @Test
    void anIdThatIsNoNameOfOursIsNeverRemoved() {
        assertThat(send(EventType.UPDATED, "b.fit", "../../etc/passwd", null))
                .isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(store.asked).containsExactly("put b.fit file");
    }

    @Test
    void aTestWritesAFileAndTakesItAway() {
        assertThat(new Archiving(store, store.clock(), LONGEST).test())
                .isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(store.asked).containsExactly("put .pulseline-test ", "remove .pulseline-test");

        store.toPut = new DeliveryOutcome.Paused("wrong key");
        assertThat(new Archiving(store, store.clock(), LONGEST).test()).isEqualTo(store.toPut);
    }

    private DeliveryOutcome send(
            EventType event, String name, @Nullable String remoteId, @Nullable String progress) {
        Recipient recipient =
                new Recipient(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        JsonNodeFactory.instance.objectNode(),
                        List.of());
        return new Archiving(store, store.clock(), LONGEST)
                .send(
                        new Parcel(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                1,
                                event,
                                new ArchivedFile(name, "file".getBytes(UTF_8)).packed(),
                                recipient,
                                new Parcel.History(1, remoteId, progress)));
    }
}
