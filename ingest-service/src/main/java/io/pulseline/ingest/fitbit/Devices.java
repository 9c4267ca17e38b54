package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.connection.Device;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user's paired devices. */
@ApplicationScoped
class Devices {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FitbitHttp http;

    Devices(FitbitHttp http) {
        this.http = http;
    }

    /**
     * All paired devices, scales as well, in Fitbit's order.
     *
     * @param zones resolve the local times of the list, as everything else that is told in them
     */
    ProviderAnswer<List<Device>> paired(String accessToken, ZoneHistory zones) {
        return http.get(accessToken, "/1/user/-/devices.json")
                .then(document -> read(document.body(), zones));
    }

    static ProviderAnswer<List<Device>> read(byte[] body, ZoneHistory zones) {
        try {
            JsonNode list = JSON.readTree(body);
            if (list == null || !list.isArray()) {
                return new ProviderAnswer.Unavailable<>("unreadable list of devices");
            }
            List<Device> devices = new ArrayList<>();
            for (JsonNode device : list) {
                devices.add(device(device, zones));
            }
            return new ProviderAnswer.Given<>(devices);
        } catch (IOException | DateTimeException _) {
            return new ProviderAnswer.Unavailable<>("unreadable list of devices");
        }
    }

    private static Device device(JsonNode device, ZoneHistory zones) {
        JsonNode battery = device.path("batteryLevel");
        return new Device(
                device.path("id").asText(),
                device.path("deviceVersion").textValue(),
                device.path("type").textValue(),
                battery.canConvertToInt() ? battery.intValue() : null,
                lastSync(device, zones));
    }

    /** How far the data of a tracker reach depends on it; of a scale it is only shown. */
    private static @Nullable Instant lastSync(JsonNode device, ZoneHistory zones) {
        try {
            return instant(device.path("lastSyncTime").textValue(), zones);
        } catch (DateTimeException e) {
            if (Device.TRACKER.equals(device.path("type").textValue())) {
                throw e;
            }
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable String local, ZoneHistory zones) {
        return local == null ? null : zones.instantOf(LocalDateTime.parse(local));
    }
}
