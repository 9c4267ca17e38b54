package io.pulseline.ingest.fitbit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.connection.Device;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final ZoneHistory BERLIN =
            ZoneHistory.UNKNOWN.told(ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 1, 1));

    private static ProviderAnswer<List<Device>> read(String json, ZoneHistory zones) {
        return Devices.read(json.getBytes(UTF_8), zones);
    }

    private static List<Device> given(ProviderAnswer<List<Device>> answer) {
        return ((ProviderAnswer.Given<List<Device>>) answer).value();
    }

    private static String device(String type, String synced) {
        return """
        {"id":"1","deviceVersion":"Aria Air","type":"%s","batteryLevel":80,"lastSyncTime":"%s"}
        """
                .formatted(type, synced);
    }

    @Test
    void aSyncIsTakenByTheZoneOfItsDate() {
        String list =
                "["
                        + device("TRACKER", "2026-03-28T12:00:00.000")
                        + ","
                        + device("TRACKER", "2026-03-29T12:00:00.000")
                        + "]";

        assertThat(given(read(list, BERLIN)))
                .extracting(Device::lastSync)
                .containsExactly(
                        Instant.parse("2026-03-28T11:00:00Z"),
                        Instant.parse("2026-03-29T10:00:00Z"));
    }

    @Test
    void withoutAZoneATrackersSyncIsStillKnownSoThatNothingLaterCountsAsTold() {
        String list = "[" + device("TRACKER", "2026-03-28T12:00:00.000") + "]";

        assertThat(Device.newestTrackerSync(given(read(list, ZoneHistory.UNKNOWN))))
                .contains(Instant.parse("2026-03-28T12:00:00Z"));
    }

    @Test
    void aScalesUnreadableSyncDoesNotHideTheTracker() {
        String list =
                "["
                        + device("SCALE", "yesterday")
                        + ","
                        + device("TRACKER", "2026-03-28T12:00:00.000")
                        + "]";

        assertThat(Device.newestTrackerSync(given(read(list, BERLIN))))
                .contains(Instant.parse("2026-03-28T11:00:00Z"));
    }

    @Test
    void aTrackersUnreadableSyncIsNotKnownAndNotNever() {
        String list = "[" + device("TRACKER", "yesterday") + "]";

        assertThat(read(list, BERLIN)).isInstanceOf(ProviderAnswer.Unavailable.class);
        assertThat(read("{}", BERLIN)).isInstanceOf(ProviderAnswer.Unavailable.class);
    }
}
