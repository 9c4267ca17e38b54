package io.pulseline.normalizer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.normalizer.record.RecordKind;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final Place SOMEWHERE = new Place(new TopicPartition("topic", 0), 7);

    @ParameterizedTest
    @CsvSource({
        // revision and hash on the topic, verdict on a reading of revision 10 that says "same"
        "10, same, same, EQUAL",
        "9, same, same, EQUAL",
        "9, other, other, CHANGED",
        "10, other, other, UNVERSIONED",
        "11, other, other, OLDER",
        "11, same, same, OLDER",
        // written when the schema had a field less, which is null now
        "10, before, same, EQUAL"
    })
    void theNewestRevisionWins(long revision, String hash, String hashNow, Verdict verdict) {
        assertThat(Verdict.of(reread(), new Published(revision, hash, hashNow, SOMEWHERE)))
                .isEqualTo(verdict);
    }

    @Test
    void whatIsNotOnTheTopicIsNew() {
        assertThat(Verdict.of(reread(), null)).isEqualTo(Verdict.NEW);
    }

    private static Reread reread() {
        return new Reread(
                new UUID(0, 1), RecordKind.STEPS, "steps", "somebody", 10, "same", SOMEWHERE);
    }
}
