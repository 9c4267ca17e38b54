package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.connection.ProviderAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/** The user's trackers; scales do not count, they know nothing of activities. */
@ApplicationScoped
class Devices {
    private final FitbitHttp http;
    private final ObjectMapper json = new ObjectMapper();

    Devices(FitbitHttp http) {
        this.http = http;
    }

    ProviderAnswer<Optional<LocalDateTime>> lastSync(String accessToken) {
        return http.get(accessToken, "/1/user/-/devices.json")
                .then(document -> lastSync(document.body()));
    }

    private ProviderAnswer<Optional<LocalDateTime>> lastSync(byte[] body) {
        try {
            Optional<LocalDateTime> newest = Optional.empty();
            for (JsonNode device : json.readTree(body)) {
                if (device.path("type").asText().equals("TRACKER") && device.has("lastSyncTime")) {
                    LocalDateTime synced =
                            LocalDateTime.parse(device.path("lastSyncTime").asText());
                    newest =
                            newest.filter(other -> other.isAfter(synced))
                                    .or(() -> Optional.of(synced));
                }
            }
            return new ProviderAnswer.Given<>(newest);
        } catch (IOException | DateTimeException _) {
            return new ProviderAnswer.Unavailable<>("unreadable list of devices");
        }
    }
}
