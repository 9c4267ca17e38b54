package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.truth.People;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code list}, {@code reconcile} and {@code get} (fact sheet section 1.4). */
final class PointCalls {
    static final String POINTS = "/google/v4/users/{user}/dataTypes/{type}/dataPoints";

    private final People people;
    private final KnobBoard knobs;
    private final InstantSource clock;

    PointCalls(People people, KnobBoard knobs, InstantSource clock) {
        this.people = people;
        this.knobs = knobs;
        this.clock = clock;
    }

    void addTo(Routes routes, GoogleGate gate) {
        TypedCall typed = new TypedCall(knobs);
        routes.add(
                        "GET",
                        POINTS,
                        typed.open(gate, "ListDataPoints", DataType.Action.LIST, this::list))
                .add(
                        "GET",
                        POINTS + ":reconcile",
                        typed.open(
                                gate,
                                "ReconcileDataPoints",
                                DataType.Action.RECONCILE,
                                this::reconcile))
                .add(
                        "GET",
                        POINTS + "/{id}",
                        typed.open(gate, "GetDataPoint", DataType.Action.GET, this::get));
    }

    private Answer list(Request request, HealthCaller caller, DataType type) {
        if (type == DataType.SLEEP && parameter(request, "dataSourceFamily").isPresent()) {
            return GoogleErrors.invalid(GoogleErrors.INVALID);
        }
        return page(request, caller, type, false);
    }

    private Answer reconcile(Request request, HealthCaller caller, DataType type) {
        return page(request, caller, type, true);
    }

    private Answer get(Request request, HealthCaller caller, DataType type) {
        PersonData person = person(caller);
        return Catalogue.pointsOf(type).in(person, person.everything()).stream()
                .filter(point -> request.pathValue("id").equals(point.id()))
                .findFirst()
                .map(point -> GoogleErrors.json(200, listed(caller, type, point)))
                .orElseGet(GoogleErrors::notFound);
    }

    private Answer page(Request request, HealthCaller caller, DataType type, boolean isReconciled) {
        PersonData person = person(caller);
        String text = parameter(request, "filter").orElse("");
        String family = parameter(request, "dataSourceFamily").orElse("");
        SourceFamily sources = SourceFamily.read(family, type, caller, person.knobs());
        Filter filter = FilterParser.parse(text, type, person.knobs().reasonsInMetadata());
        requireShort(filter, person);
        int size = pageSize(request, type);
        String question =
                PageToken.question(request.path(), caller.user().id(), text, family, size);
        List<Point> points =
                Catalogue.pointsOf(type).in(person, filter.within(person.everything())).stream()
                        .filter(point -> filter.accepts(point, person))
                        .filter(point -> sources.has(point.source()))
                        .filter(point -> !isReconciled || !isPhones(point))
                        .sorted(Comparator.comparing(Point::from).reversed())
                        .toList();
        int first = first(request, question, points, person);
        int end = Math.min(points.size(), first + size);
        ObjectNode document = Json.object();
        if (first < end) {
            ArrayNode shown = document.putArray("dataPoints");
            points.subList(first, end)
                    .forEach(point ->
                            shown.add(
                                    isReconciled
                                            ? reconciled(caller, type, point)
                                            : listed(caller, type, point)));
        }
        if (end < points.size()) {
            document.put("nextPageToken", token(question, points, end).text());
        } else if (person.knobs().emptyPageToken()) {
            document.put("nextPageToken", "");
        }
        return GoogleErrors.json(200, document);
    }

    private int first(Request request, String question, List<Point> points, PersonData person) {
        Optional<String> text = parameter(request, "pageToken").filter(one -> !one.isEmpty());
        if (text.isEmpty()) {
            return 0;
        }
        PageToken token =
                PageToken.read(
                        text.get(), question, clock.instant(), person.knobs().pageTokenMinutes());
        int index = 0;
        while (index < points.size() && points.get(index).from().isAfter(token.at())) {
            index++;
        }
        int skipped = 0;
        while (index < points.size()
                && skipped < token.skip()
                && points.get(index).from().equals(token.at())) {
            index++;
            skipped++;
        }
        return index;
    }

    private PageToken token(String question, List<Point> points, int end) {
        Instant last = points.get(end - 1).from();
        int skip = 0;
        while (skip < end && points.get(end - 1 - skip).from().equals(last)) {
            skip++;
        }
        return new PageToken(question, clock.instant(), last, skip);
    }

    private static void requireShort(Filter filter, PersonData person) {
        int days = person.knobs().listRangeDays();
        Duration length = filter.length();
        if (days > 0 && (length == null || length.compareTo(Duration.ofDays(days)) > 0)) {
            throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
        }
    }

    private static int pageSize(Request request, DataType type) {
        String text = parameter(request, "pageSize").orElse("0");
        try {
            int asked = Integer.parseInt(text);
            if (asked >= 0) {
                return asked == 0 ? type.usualPageSize() : Math.min(asked, type.largestPageSize());
            }
        } catch (NumberFormatException e) {
            // Not a number: said below, as for a negative one.
        }
        throw new Refused(GoogleErrors.invalid("Invalid value at 'page_size': " + text));
    }

    /** Both spellings are in use. */
    private static Optional<String> parameter(Request request, String name) {
        String snake = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return request.query().first(name).or(() -> request.query().first(snake));
    }

    private static ObjectNode listed(HealthCaller caller, DataType type, Point point) {
        ObjectNode document = Json.object();
        if (point.id() != null) {
            document.put("name", name(caller, type, point.id()));
        }
        document.set("dataSource", point.source().document());
        document.set(type.key(), point.payload().get());
        return document;
    }

    private static ObjectNode reconciled(HealthCaller caller, DataType type, Point point) {
        ObjectNode document = Json.object();
        if (point.id() != null) {
            document.put("dataPointName", name(caller, type, point.id()));
        }
        document.set(type.key(), point.payload().get());
        return document;
    }

    private static String name(HealthCaller caller, DataType type, String id) {
        return "users/%s/dataTypes/%s/dataPoints/%s"
                .formatted(caller.healthUserId(), type.id(), id);
    }

    /** What another device counted of the same walk. */
    private static boolean isPhones(Point point) {
        return point.source().platform().equals("HEALTH_CONNECT");
    }

    private PersonData person(HealthCaller caller) {
        return PersonData.of(people, caller.user(), clock.instant(), knobs.answers());
    }
}
