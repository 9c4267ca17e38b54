package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code GET /1/user/-/activities/list.json} (fact sheet section 4.1). */
final class ActivityList {
    private static final int LONGEST_PAGE = 100;

    private final String baseUrl;
    private final People people;
    private final InstantSource clock;
    private final Set<String> issuedPages = ConcurrentHashMap.newKeySet();

    ActivityList(String baseUrl, People people, InstantSource clock) {
        this.baseUrl = baseUrl;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param border {@code afterDate} or {@code beforeDate}
     * @param from the border as sent
     */
    private record Ask(String border, String from, String sort, int limit, int offset) {
        boolean isAfter() {
            return border.equals("afterDate");
        }

        Ask at(int newOffset) {
            return new Ask(border, from, sort, limit, newOffset);
        }

        String query() {
            return "offset=%d&limit=%d&sort=%s&%s=%s"
                    .formatted(offset, limit, sort, border, Parameters.encoded(from));
        }
    }

    Answer answer(Request request, Caller caller) {
        Ask ask = ask(request.query());
        // Only 0 may be asked for by hand; every other offset must come from a pagination.next.
        if (ask.offset() != 0 && !issuedPages.contains(pageKey(caller, ask))) {
            throw new Refused(FitbitErrors.validation("offset", "Invalid offset: " + ask.offset()));
        }
        List<SimulatedActivity> all = matching(caller.user(), ask);
        List<SimulatedActivity> ordered = ask.sort().equals("asc") ? all : all.reversed();
        ObjectNode document = Json.object();
        ArrayNode page = document.putArray("activities");
        Units units = Units.of(request);
        ordered.stream()
                .skip(ask.offset())
                .limit(ask.limit())
                .forEach(one -> page.add(ActivityLog.document(baseUrl, caller, one, units)));
        document.set("pagination", pagination(caller, ask, ordered.size()));
        return Answer.json(200, document);
    }

    /** Forgets the pages it has pointed to. */
    void clear() {
        issuedPages.clear();
    }

    private ObjectNode pagination(Caller caller, Ask ask, int found) {
        boolean more = ask.offset() + ask.limit() < found;
        String next = "";
        if (more) {
            Ask following = ask.at(ask.offset() + ask.limit());
            issuedPages.add(pageKey(caller, following));
            next = link(following);
        }
        String previous =
                ask.offset() == 0 ? "" : link(ask.at(Math.max(0, ask.offset() - ask.limit())));
        return Json.object()
                .put(ask.border(), ask.from())
                .put("limit", ask.limit())
                .put("next", next)
                .put("offset", ask.offset())
                .put("previous", previous)
                .put("sort", ask.sort());
    }

    private String link(Ask ask) {
        return baseUrl + "/1/user/-/activities/list.json?" + ask.query();
    }

    private static String pageKey(Caller caller, Ask ask) {
        return caller.user().id() + " " + ask.query();
    }

    private List<SimulatedActivity> matching(SimulatedUser user, Ask ask) {
        LocalDateTime border = border(user, ask);
        return people.activities(user.id()).stream()
                .filter(activity -> {
                    LocalDateTime start = activity.localStart().toLocalDateTime();
                    return ask.isAfter() ? !start.isBefore(border) : start.isBefore(border);
                })
                .toList();
    }

    private LocalDateTime border(SimulatedUser user, Ask ask) {
        try {
            if (ask.from().contains("T")) {
                return LocalDateTime.parse(ask.from());
            }
            LocalDate today = clock.instant().atZone(user.zone()).toLocalDate();
            return LocalTimes.date(ask.from(), today).atStartOfDay();
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new Refused(FitbitErrors.validation(ask.border(), "Invalid date: " + ask.from()));
        }
    }

    private static Ask ask(Parameters query) {
        String after = query.textOrNull("afterDate");
        String before = query.textOrNull("beforeDate");
        if (after == null && before == null) {
            throw new Refused(
                    FitbitErrors.validation("date", "beforeDate or afterDate is required"));
        }
        if (after != null && before != null) {
            throw new Refused(
                    FitbitErrors.validation("date", "beforeDate and afterDate exclude each other"));
        }
        String sort = query.first("sort").orElse("");
        if (!sort.equals("asc") && !sort.equals("desc")) {
            throw new Refused(FitbitErrors.validation("sort", "Invalid sort: " + sort));
        }
        int limit = number(query, "limit");
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new Refused(FitbitErrors.validation("limit", "Invalid limit: " + limit));
        }
        int offset = number(query, "offset");
        return after != null
                ? new Ask("afterDate", after, sort, limit, offset)
                : new Ask("beforeDate", before == null ? "" : before, sort, limit, offset);
    }

    private static int number(Parameters query, String name) {
        String text = query.first(name).orElse("");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refused(FitbitErrors.validation(name, "Invalid " + name + ": " + text));
        }
    }
}
