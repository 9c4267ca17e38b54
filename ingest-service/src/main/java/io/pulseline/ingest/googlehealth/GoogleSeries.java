package io.pulseline.ingest.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.googlehealth.PointReader.Page;
import io.pulseline.ingest.googlehealth.PointReader.Points;
import io.pulseline.ingest.sync.ReadPart;
import io.pulseline.ingest.sync.SeriesQuestion;
import io.pulseline.ingest.sync.SeriesReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Heart rate and steps of one local date, every point of every source with its provenance. */
@ApplicationScoped
class GoogleSeries {
    private final PointReader reader;

    GoogleSeries(PointReader reader) {
        this.reader = reader;
    }

    ProviderAnswer<SeriesReading> read(String accessToken, SeriesQuestion question) {
        ZoneId zone = question.zones().zoneOn(question.date());
        Instant from = question.date().atTime(question.fromHour(), 0).atZone(zone).toInstant();
        Instant to = question.date().plusDays(1).atStartOfDay(zone).toInstant();
        PointQuestion points =
                switch (question.kind()) {
                    case PayloadKind.HEART_RATE ->
                            PointQuestion.samples(PartKind.HEART_RATE, from, to);
                    case PayloadKind.STEPS -> PointQuestion.intervals(PartKind.STEPS, from, to);
                    default ->
                            throw new IllegalArgumentException(
                                    "no series is named " + question.kind());
                };
        return reader.read(accessToken, points)
                .then(read -> reading(read, points.type(), question, zone));
    }

    private static ProviderAnswer<SeriesReading> reading(
            Points points, String type, SeriesQuestion question, ZoneId zone) {
        if (!points.complete()) {
            return new ProviderAnswer.Rejected<>("more pages of " + type + " than are read");
        }
        Hours hours = new Hours(question, zone);
        List<ReadPart> parts = new ArrayList<>();
        for (Page page : points.pages()) {
            GoogleDocument document = page.document();
            parts.add(document.part(type, question.date(), question.date(), document.body()));
            try {
                for (byte[] point : page.points()) {
                    hours.add(point, type);
                }
            } catch (IOException _) {
                return new ProviderAnswer.Unavailable<>("unreadable " + type);
            }
        }
        return new ProviderAnswer.Given<>(new SeriesReading(parts, hours.hashes()));
    }

    /** The points of each local hour: pages begin with the newest, and the order is no promise. */
    private static final class Hours {
        private final SeriesQuestion question;
        private final ZoneId zone;
        private final Map<Integer, List<String>> byHour = new TreeMap<>();

        private Hours(SeriesQuestion question, ZoneId zone) {
            this.question = question;
            this.zone = zone;
        }

        void add(byte[] bytes, String type) throws IOException {
            Optional<LocalDateTime> at =
                    Point.at(bytes, type).map(instant -> LocalDateTime.ofInstant(instant, zone));
            if (at.isEmpty() || !at.get().toLocalDate().equals(question.date())) {
                return;
            }
            LocalTime time = at.get().toLocalTime();
            LocalTime until = question.until();
            boolean told = until == null || time.isBefore(until);
            if (told && time.getHour() >= question.fromHour()) {
                byHour.computeIfAbsent(time.getHour(), _ -> new ArrayList<>())
                        .add(new String(bytes, UTF_8));
            }
        }

        Map<Integer, String> hashes() {
            Map<Integer, String> hashes = new TreeMap<>();
            byHour.forEach((hour, points) -> hashes.put(hour, hash(points)));
            return hashes;
        }

        private static String hash(List<String> points) {
            MessageDigest digest = sha256();
            points.stream().sorted().forEach(point -> digest.update(point.getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
