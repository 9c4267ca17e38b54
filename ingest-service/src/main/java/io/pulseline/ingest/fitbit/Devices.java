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
    private final FitbitHttp http;
    private final ObjectMapper json = new ObjectMapper();

    Devices(FitbitHttp http) {
        this.http = http;
    }

    /**
     * All paired devices, scales as well, in Fitbit's order.
     *
     * @param zones resolve the local times of the list; without any no sync time is told
     */
    ProviderAnswer<List<Device>> paired(String accessToken, ZoneHistory zones) {
        return http.get(accessToken, "/1/user/-/devices.json")
                .then(document -> paired(document.body(), zones));
    }

    private ProviderAnswer<List<Device>> paired(byte[] body, ZoneHistory zones) {
        try {
            JsonNode list = json.readTree(body);
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
                instant(device.path("lastSyncTime").textValue(), zones));
    }

    private static @Nullable Instant instant(@Nullable String local, ZoneHistory zones) {
        if (local == null) {
            return null;
        }
        LocalDateTime time = LocalDateTime.parse(local);
        return zones.on(time.toLocalDate()).map(zone -> time.atZone(zone).toInstant()).orElse(null);
    }
}
