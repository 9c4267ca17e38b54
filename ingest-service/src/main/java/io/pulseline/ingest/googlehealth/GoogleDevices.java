package io.pulseline.ingest.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.connection.Device;
import io.pulseline.ingest.connection.ProviderAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The user's paired devices, and what the settings say. */
@ApplicationScoped
class GoogleDevices {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GoogleApi api;

    GoogleDevices(GoogleApi api) {
        this.api = api;
    }

    /** All paired devices, scales as well, in Google's order; nobody has more than a page. */
    ProviderAnswer<List<Device>> paired(String accessToken) {
        return api.get(accessToken, "/v4/users/me/pairedDevices?pageSize=100")
                .then(document -> read(document.body()));
    }

    static ProviderAnswer<List<Device>> read(byte[] body) {
        List<Device> devices = new ArrayList<>();
        try {
            JsonNode root = JSON.readTree(body);
            if (root == null || !root.isObject()) {
                return unreadable();
            }
            for (JsonNode item : root.path("pairedDevices")) {
                Device device = device(item);
                boolean known = item.path("lastSyncTime").isMissingNode();
                if (device.isTracker() && device.lastSync() == null && !known) {
                    // How far the data of a tracker reach depends on it.
                    return unreadable();
                }
                devices.add(device);
            }
        } catch (IOException _) {
            return unreadable();
        }
        return new ProviderAnswer.Given<>(devices);
    }

    private static ProviderAnswer<List<Device>> unreadable() {
        return new ProviderAnswer.Unavailable<>("unreadable list of devices");
    }

    private static Device device(JsonNode item) {
        String name = item.path("name").asText();
        JsonNode battery = item.path("batteryLevel");
        Optional<Instant> sync = Point.instant(item.path("lastSyncTime"));
        return new Device(
                name.substring(name.lastIndexOf('/') + 1),
                item.path("deviceVersion").textValue(),
                item.path("deviceType").textValue(),
                battery.canConvertToInt() ? battery.intValue() : null,
                sync.orElse(null));
    }
}
