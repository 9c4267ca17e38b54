package io.pulseline.ingest.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.document.TrackEnd;
import io.pulseline.ingest.googlehealth.PointReader.Page;
import io.pulseline.ingest.googlehealth.PointReader.Points;
import io.pulseline.ingest.sync.ListedThing;
import io.pulseline.ingest.sync.PartReading;
import io.pulseline.ingest.sync.ReadPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts that an exercise promises, and whether what came is all of it. */
@ApplicationScoped
class GoogleParts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GoogleApi api;
    private final PointReader reader;
    private final GoogleHealthConfig config;

    GoogleParts(GoogleApi api, PointReader reader, GoogleHealthConfig config) {
        this.api = api;
        this.reader = reader;
        this.config = config;
    }

    ProviderAnswer<PartReading> heartRate(
            String accessToken, ListedThing thing, ZoneHistory zones) {
        PointQuestion question =
                PointQuestion.samples(
                        PartKind.HEART_RATE, thing.startsAt(), thing.endsAt().plusSeconds(1));
        return reader.read(accessToken, question).then(points -> heartRate(points, thing, zones));
    }

    private ProviderAnswer<PartReading> heartRate(
            Points points, ListedThing thing, ZoneHistory zones) {
        List<ReadPart> parts = new ArrayList<>();
        @Nullable Instant newest = null;
        try {
            for (Page page : points.pages()) {
                parts.add(
                        page.document()
                                .part(
                                        PartKind.HEART_RATE,
                                        zones.dateOf(thing.startsAt()),
                                        zones.dateOf(thing.endsAt()),
                                        page.document().body()));
                newest = later(newest, newest(page));
            }
        } catch (IOException _) {
            return new ProviderAnswer.Unavailable<>("unreadable heart rate");
        }
        Instant enough = thing.endsAt().minus(config.heartRateMayEndEarly());
        boolean whole = points.complete() && newest != null && !newest.isBefore(enough);
        return reading(parts, whole, newest == null ? "empty" : "ends early");
    }

    private static @Nullable Instant newest(Page page) throws IOException {
        @Nullable Instant newest = null;
        for (byte[] point : page.points()) {
            newest = later(newest, Point.at(point, PartKind.HEART_RATE).orElse(null));
        }
        return newest;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** No track is told by 404 or by nothing; a promised one may be there a little later. */
    ProviderAnswer<PartReading> track(String accessToken, ListedThing thing) {
        String path =
                PointQuestion.dataPoints(PartKind.EXERCISE)
                        + "/"
                        + thing.providerId()
                        + ":exportExerciseTcx?alt=media";
        return api.get(accessToken, path).then(document -> track(document, thing));
    }

    private ProviderAnswer<PartReading> track(GoogleDocument document, ListedThing thing) {
        byte[] tcx = document.body();
        if (tcx.length > 0 && tcx[0] == '{') {
            // Google wraps the file in JSON where it overlooks that it was asked for as it is.
            Optional<byte[]> unwrapped = unwrapped(tcx);
            if (unwrapped.isEmpty()) {
                return new ProviderAnswer.Unavailable<>("unreadable TCX");
            }
            tcx = unwrapped.get();
        }
        List<ReadPart> parts = List.of(document.part(PartKind.TCX, null, null, tcx));
        if (tcx.length == 0) {
            return reading(parts, false, "empty");
        }
        try {
            Instant enough = thing.endsAt().minus(config.trackMayEndEarly());
            boolean whole = TrackEnd.of(tcx).filter(end -> end.isBefore(enough)).isEmpty();
            return reading(parts, whole, "ends early");
        } catch (IOException _) {
            return new ProviderAnswer.Unavailable<>("unreadable TCX");
        }
    }

    private static Optional<byte[]> unwrapped(byte[] json) {
        try {
            return Optional.ofNullable(JSON.readTree(json).path("tcxData").textValue())
                    .map(text -> text.getBytes(UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static ProviderAnswer<PartReading> reading(
            List<ReadPart> parts, boolean whole, String otherwise) {
        return new ProviderAnswer.Given<>(new PartReading(parts, whole, whole ? "" : otherwise));
    }
}
