package io.pulseline.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.ActivityMesg;
import com.garmin.fit.ActivityMesgListener;
import com.garmin.fit.Decode;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.FileIdMesgListener;
import com.garmin.fit.MesgBroadcaster;
import com.garmin.fit.RecordMesgListener;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.SessionMesgListener;
import com.garmin.fit.SetMesg;
import com.garmin.fit.SetMesgListener;
import com.garmin.fit.SubSport;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The demo's file as Garmin's own reader understands it. */
class StrengthFileTest {
    private static final Instant START = Instant.parse("2026-11-29T15:00:00Z");
    private static final StrengthFile FILE =
            new StrengthFile(START, Duration.ofMinutes(45), ZoneId.of("Europe/Berlin"));

    private final byte[] bytes = FILE.bytes(4711);
    private final Decode decode = new Decode();
    private final MesgBroadcaster reader = new MesgBroadcaster(decode);

    private void read() {
        assertThat(decode.read(new ByteArrayInputStream(bytes), reader, reader)).isTrue();
    }

    @Test
    void itsChecksumIsRight() {
        assertThat(decode.checkFileIntegrity(new ByteArrayInputStream(bytes))).isTrue();
    }

    @Test
    void itIsOneSessionOfStrengthWithoutHeartRateAndWithoutPoints() {
        // Given
        List<SessionMesg> sessions = new ArrayList<>();
        List<Object> points = new ArrayList<>();
        reader.addListener((SessionMesgListener) sessions::add);
        reader.addListener((RecordMesgListener) points::add);

        // When
        read();

        // Then
        SessionMesg session = sessions.getFirst();
        assertThat(sessions).hasSize(1);
        assertThat(points).isEmpty();
        assertThat(session.getSubSport()).isEqualTo(SubSport.STRENGTH_TRAINING);
        assertThat(session.getStartTime().getDate().toInstant()).isEqualTo(START);
        assertThat(session.getTotalElapsedTime()).isEqualTo(2700f);
        assertThat(session.getAvgHeartRate()).isNull();
    }

    @Test
    void setsAndRestsFillTheWholeTime() {
        // Given
        List<SetMesg> sets = new ArrayList<>();
        reader.addListener((SetMesgListener) sets::add);

        // When
        read();

        // Then
        assertThat(sets).hasSize(2 * FILE.sets());
        assertThat(sets).extracting(SetMesg::getRepetitions).startsWith(10, null, 10);
        assertThat(sets.stream().mapToDouble(SetMesg::getDuration).sum()).isEqualTo(2700);
        assertThat(sets.getFirst().getWeight()).isEqualTo(60f);
    }

    @Test
    void itTellsTheDeviceAndWhatTheClocksOnTheWallShowed() {
        // Given
        List<FileIdMesg> ids = new ArrayList<>();
        List<ActivityMesg> activities = new ArrayList<>();
        reader.addListener((FileIdMesgListener) ids::add);
        reader.addListener((ActivityMesgListener) activities::add);

        // When
        read();

        // Then
        ActivityMesg activity = activities.getFirst();
        long written = Objects.requireNonNull(activity.getTimestamp().getTimestamp());
        assertThat(ids).extracting(FileIdMesg::getSerialNumber).containsExactly(4711L);
        assertThat(activity.getLocalTimestamp() - written).isEqualTo(3600);
    }
}
