package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.connection.ProviderAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Since when the user has been at Fitbit; before there is nothing to be read. */
@ApplicationScoped
class Membership {
    private final FitbitHttp http;
    private final ObjectMapper json = new ObjectMapper();

    Membership(FitbitHttp http) {
        this.http = http;
    }

    ProviderAnswer<Optional<LocalDate>> since(String accessToken) {
        return http.get(accessToken, "/1/user/-/profile.json")
                .then(document -> new ProviderAnswer.Given<>(since(document.body())));
    }

    private Optional<LocalDate> since(byte[] profile) {
        try {
            String since = json.readTree(profile).path("user").path("memberSince").asText();
            return Optional.of(LocalDate.parse(since));
        } catch (IOException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
