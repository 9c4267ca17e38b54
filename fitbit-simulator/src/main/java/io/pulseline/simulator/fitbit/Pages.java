package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The paging that activity and sleep lists share (fact sheet sections 4.1 and 4.11). */
final class Pages {
    private static final int LONGEST_PAGE = 100;

    private final String address;
    private final Set<String> issued = ConcurrentHashMap.newKeySet();

    Pages(String address) {
        this.address = address;
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

    /**
     * One page.
     *
     * @param all ordered by start
     */
    <T> ObjectNode page(
            Request request,
            Caller caller,
            LocalDate today,
            String key,
            List<T> all,
            Function<T, LocalDateTime> start,
            Function<T, ObjectNode> document) {
        Ask ask = ask(request.query());
        // Only 0 may be asked for by hand; every other offset must come from a pagination.next.
        if (ask.offset() != 0 && !issued.contains(pageKey(caller, ask))) {
            throw new Refused(FitbitErrors.validation("offset", "Invalid offset: " + ask.offset()));
        }
        LocalDateTime border = border(ask, today);
        List<T> matching =
                all.stream()
                        .filter(one -> start.apply(one).isBefore(border) != ask.isAfter())
                        .toList();
        List<T> ordered = ask.sort().equals("asc") ? matching : matching.reversed();
        ObjectNode answer = Json.object();
        ArrayNode page = answer.putArray(key);
        ordered.stream()
                .skip(ask.offset())
                .limit(ask.limit())
                .forEach(one -> page.add(document.apply(one)));
        answer.set("pagination", pagination(caller, ask, ordered.size()));
        return answer;
    }

    /** Forgets the pages it has pointed to. */
    void clear() {
        issued.clear();
    }

    private ObjectNode pagination(Caller caller, Ask ask, int found) {
        boolean more = ask.offset() + ask.limit() < found;
        String next = "";
        if (more) {
            Ask following = ask.at(ask.offset() + ask.limit());
            issued.add(pageKey(caller, following));
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
        return address + "?" + ask.query();
    }

    private static String pageKey(Caller caller, Ask ask) {
        return caller.user().id() + " " + ask.query();
    }

    private static LocalDateTime border(Ask ask, LocalDate today) {
        try {
            if (ask.from().contains("T")) {
                return LocalDateTime.parse(ask.from());
            }
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
