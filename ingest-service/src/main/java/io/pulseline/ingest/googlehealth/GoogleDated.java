package io.pulseline.ingest.googlehealth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.document.UnexpectedShapeException;
import io.pulseline.ingest.googlehealth.PointReader.Page;
import io.pulseline.ingest.googlehealth.PointReader.Points;
import io.pulseline.ingest.sync.DatedReading;
import io.pulseline.ingest.sync.ReadPart;
import io.pulseline.ingest.sync.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what Google keeps by local date, and cuts each date's points out of the answers. */
@ApplicationScoped
class GoogleDated {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GoogleApi api;
    private final PointReader reader;

    GoogleDated(GoogleApi api, PointReader reader) {
        this.api = api;
        this.reader = reader;
    }

    ProviderAnswer<DatedReading> read(
            String accessToken, DatedType type, LocalDate from, LocalDate to) {
        return switch (type.asked()) {
            case LISTED ->
                    points(
                            accessToken,
                            type,
                            PointQuestion.daily(type.type(), false, from, to),
                            from,
                            to);
            case RECONCILED ->
                    points(
                            accessToken,
                            type,
                            PointQuestion.daily(type.type(), true, from, to),
                            from,
                            to);
            case SAMPLED ->
                    points(
                            accessToken,
                            type,
                            PointQuestion.samples(type.type(), from, to),
                            from,
                            to);
            case NIGHT -> night(accessToken, type, from);
            case ROLLED_UP -> rolledUp(accessToken, type, from, to);
        };
    }

    private ProviderAnswer<DatedReading> points(
            String accessToken,
            DatedType type,
            PointQuestion question,
            LocalDate from,
            LocalDate to) {
        return reader.read(accessToken, question)
                .then(points -> {
                    if (!points.complete()) {
                        return tooMuch(type);
                    }
                    Cut cut = new Cut(type.type(), from, to);
                    points.pages().forEach(page -> cut.take(page.document(), page.points()));
                    return new ProviderAnswer.Given<>(cut.reading());
                });
    }

    private static ProviderAnswer<DatedReading> tooMuch(DatedType type) {
        return new ProviderAnswer.Rejected<>("more pages of " + type.type() + " than are read");
    }

    /** The pages as they are; none if they hold no point. */
    private ProviderAnswer<DatedReading> night(String accessToken, DatedType type, LocalDate date) {
        return reader.read(accessToken, PointQuestion.night(type.type(), date))
                .then(points ->
                        points.complete()
                                ? new ProviderAnswer.Given<>(night(type, date, points))
                                : tooMuch(type));
    }

    private static DatedReading night(DatedType type, LocalDate date, Points points) {
        List<ReadPart> parts = new ArrayList<>();
        for (Page page : points.pages()) {
            if (!page.points().isEmpty()) {
                GoogleDocument document = page.document();
                parts.add(document.part(type.type(), date, date, document.body()));
            }
        }
        Map<LocalDate, List<ReadPart>> byDate = parts.isEmpty() ? Map.of() : Map.of(date, parts);
        return new DatedReading(date, date, byDate, List.of());
    }

    private ProviderAnswer<DatedReading> rolledUp(
            String accessToken, DatedType type, LocalDate from, LocalDate to) {
        String path = PointQuestion.dataPoints(type.type()) + ":dailyRollUp";
        return api.post(accessToken, path, range(from, to))
                .then(document -> rolledUp(document, type, from, to));
    }

    /**
     * The end is excluded; where it is not, a date too many comes, which is passed over. Without a
     * size of the page, which the service takes for a wish of as many days.
     */
    static String range(LocalDate from, LocalDate to) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode range = body.putObject("range");
        put(range.putObject("start").putObject("date"), from);
        put(range.putObject("end").putObject("date"), to.plusDays(1));
        return body.put("windowSizeDays", 1).toString();
    }

    private static void put(ObjectNode node, LocalDate date) {
        node.put("year", date.getYear())
                .put("month", date.getMonthValue())
                .put("day", date.getDayOfMonth());
    }

    private static ProviderAnswer<DatedReading> rolledUp(
            GoogleDocument document, DatedType type, LocalDate from, LocalDate to) {
        Cut cut = new Cut(type.type(), from, to);
        try {
            cut.take(document, PointPage.read(document.body()).points());
        } catch (UnexpectedShapeException e) {
            cut.strange(document, document.body(), String.valueOf(e.getMessage()));
        } catch (IOException _) {
            return new ProviderAnswer.Unavailable<>("unreadable " + type.type());
        }
        return new ProviderAnswer.Given<>(cut.reading());
    }

    /** Sorts points by date. */
    private static final class Cut {
        private final String type;
        private final LocalDate from;
        private final LocalDate to;
        private final Map<LocalDate, List<ReadPart>> byDate = new TreeMap<>();
        private final List<Unreadable> unreadable = new ArrayList<>();

        private Cut(String type, LocalDate from, LocalDate to) {
            this.type = type;
            this.from = from;
            this.to = to;
        }

        void take(GoogleDocument document, List<byte[]> points) {
            points.forEach(bytes -> take(document, bytes));
        }

        private void take(GoogleDocument document, byte[] bytes) {
            Optional<LocalDate> date;
            try {
                date = Point.read(bytes, type).localDate(ZoneOffset.UTC);
            } catch (IOException _) {
                date = Optional.empty();
            }
            if (date.isEmpty()) {
                strange(document, bytes, "a data point without a date");
            } else if (!date.get().isBefore(from) && !date.get().isAfter(to)) {
                byDate.computeIfAbsent(date.get(), _ -> new ArrayList<>())
                        .add(document.part(type, from, to, bytes));
            }
        }

        void strange(GoogleDocument document, byte[] bytes, String reason) {
            unreadable.add(new Unreadable(document.part(type, from, to, bytes), reason));
        }

        DatedReading reading() {
            return new DatedReading(from, to, byDate, unreadable);
        }
    }
}
