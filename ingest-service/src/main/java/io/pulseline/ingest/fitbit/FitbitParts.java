package io.pulseline.ingest.fitbit;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.document.TrackEnd;
import io.pulseline.ingest.sync.PartReading;
import io.pulseline.ingest.sync.ReadPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts that an activity log promises, and whether what came is all of it. */
@ApplicationScoped
class FitbitParts {
    private final FitbitHttp http;
    private final FitbitConfig config;

    FitbitParts(FitbitHttp http, FitbitConfig config) {
        this.http = http;
        this.config = config;
    }

    ProviderAnswer<PartReading> heartRate(String accessToken, ActivityLog log, ZoneHistory zones) {
        List<ReadPart> parts = new ArrayList<>();
        Optional<LocalDateTime> last = Optional.empty();
        for (HeartRateWindow window : HeartRateWindow.covering(log, zones)) {
            ProviderAnswer<FitbitDocument> answer = http.get(accessToken, window.path());
            if (!(answer
                    instanceof ProviderAnswer.Given<FitbitDocument>(FitbitDocument document))) {
                return answer.then(_ -> new ProviderAnswer.Unavailable<>("not asked"));
            }
            try {
                last = HeartRateEnd.of(document.body(), window);
            } catch (IOException _) {
                return new ProviderAnswer.Unavailable<>("unreadable heart rate");
            }
            parts.add(part(PartKind.HEART_RATE, document, window.firstDate(), window.lastDate()));
        }
        LocalDateTime enough =
                HeartRateWindow.localEnd(log, zones).minus(config.heartRateMayEndEarly());
        return reading(
                parts,
                last.filter(end -> !end.isBefore(enough)).isPresent(),
                last.isEmpty() ? "empty" : "ends early");
    }

    /** A TCX without laps or points is Fitbit's full answer for an activity without GPS. */
    ProviderAnswer<PartReading> track(String accessToken, ActivityLog log) {
        String path = "/1/user/-/activities/" + log.logId() + ".tcx?includePartialTCX=false";
        return http.get(accessToken, path).then(document -> track(document, log));
    }

    private ProviderAnswer<PartReading> track(FitbitDocument document, ActivityLog log) {
        if (document.body().length == 0) {
            return reading(List.of(part(PartKind.TCX, document, null, null)), false, "empty");
        }
        try {
            Instant enough = log.end().minus(config.trackMayEndEarly());
            boolean whole =
                    TrackEnd.of(document.body()).filter(end -> end.isBefore(enough)).isEmpty();
            return reading(List.of(part(PartKind.TCX, document, null, null)), whole, "ends early");
        } catch (IOException _) {
            return new ProviderAnswer.Unavailable<>("unreadable TCX");
        }
    }

    private static ProviderAnswer<PartReading> reading(
            List<ReadPart> parts, boolean whole, String otherwise) {
        return new ProviderAnswer.Given<>(new PartReading(parts, whole, whole ? "" : otherwise));
    }

    private static ReadPart part(
            String kind,
            FitbitDocument document,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        return document.part(kind, first, last, document.body());
    }
}
