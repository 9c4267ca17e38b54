package io.pulseline.ingest.fitbit;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.document.UnexpectedShapeException;
import io.pulseline.ingest.sync.ListQuestion;
import io.pulseline.ingest.sync.ListedThing;
import io.pulseline.ingest.sync.Listing;
import io.pulseline.ingest.sync.PartReading;
import io.pulseline.ingest.sync.ReadPart;
import io.pulseline.ingest.sync.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Activities at Fitbit: the log list, page by page, and the parts a log promises. */
@ApplicationScoped
class FitbitActivities {
    static final String LIST = "/1/user/-/activities/list.json";

    private final FitbitHttp http;
    private final FitbitParts parts;
    private final FitbitConfig config;

    FitbitActivities(FitbitHttp http, FitbitParts parts, FitbitConfig config) {
        this.http = http;
        this.parts = parts;
        this.config = config;
    }

    /** All pages of the list from the question's first date on. */
    ProviderAnswer<Listing> list(String accessToken, ListQuestion question) {
        Pages pages = new Pages(question);
        @Nullable String path =
                LIST + "?afterDate=" + question.from() + "&sort=asc&limit=100&offset=0";
        for (int page = 0; path != null && page < config.maximumPages(); page++) {
            ProviderAnswer<Optional<String>> next = http.get(accessToken, path).then(pages::take);
            if (!(next instanceof ProviderAnswer.Given<Optional<String>>(Optional<String> found))) {
                return next.then(_ -> pages.listing(false));
            }
            path = pages.isPast() ? null : found.orElse(null);
        }
        return pages.listing(path == null);
    }

    /** Collects the logs of all pages; data that shift between pages repeat some. */
    private static final class Pages {
        private final ListQuestion question;
        private final Map<String, ListedThing> things = new LinkedHashMap<>();
        private final List<Unreadable> unreadable = new ArrayList<>();
        private boolean past;

        private Pages(ListQuestion question) {
            this.question = question;
        }

        ProviderAnswer<Listing> listing(boolean complete) {
            return new ProviderAnswer.Given<>(
                    new Listing(
                            List.copyOf(things.values()),
                            unreadable,
                            complete && unreadable.isEmpty(),
                            null,
                            null));
        }

        /** The list goes on with dates nobody asked for. */
        boolean isPast() {
            return past;
        }

        ProviderAnswer<Optional<String>> take(FitbitDocument document) {
            LogPage page;
            try {
                page = LogPage.read(document.body(), "activities");
            } catch (UnexpectedShapeException e) {
                unreadable.add(
                        new Unreadable(
                                self(document, document.body()), String.valueOf(e.getMessage())));
                return new ProviderAnswer.Given<>(Optional.empty());
            } catch (IOException _) {
                return new ProviderAnswer.Unavailable<>("unreadable activity log list");
            }
            page.entries().forEach(log -> take(document, log));
            if (page.next() == null) {
                return new ProviderAnswer.Given<>(Optional.empty());
            }
            Optional<String> next = NextPage.path(page.next(), LIST);
            boolean onward = next.isPresent() && !next.get().equals(document.path());
            return onward
                    ? new ProviderAnswer.Given<>(next)
                    : new ProviderAnswer.Unavailable<>("pagination.next leads elsewhere");
        }

        private void take(FitbitDocument document, byte[] bytes) {
            ReadPart self = self(document, bytes);
            Optional<ActivityLog> log = ActivityLog.read(bytes);
            if (log.isEmpty()) {
                unreadable.add(new Unreadable(self, "a log without id, start or duration"));
            } else if (log.get().start().toLocalDate().isAfter(question.to())) {
                past = true;
            } else if (!log.get().inProgress()) {
                things.put(log.get().logId(), thing(log.get(), self, question.granted()));
            }
        }

        private ReadPart self(FitbitDocument document, byte[] bytes) {
            return document.part(PartKind.LOG, question.from(), null, bytes);
        }
    }

    private static ListedThing thing(ActivityLog log, ReadPart self, Set<String> granted) {
        return new ListedThing(
                log.logId(),
                log.start().toInstant(),
                log.end(),
                log.start().toLocalDate(),
                log.start().getOffset(),
                log.promised(granted),
                self);
    }

    ListedThing again(ReadPart self, Set<String> granted) {
        return thing(log(self), self, granted);
    }

    private static ActivityLog log(ReadPart self) {
        return ActivityLog.read(self.body())
                .orElseThrow(() -> new IllegalArgumentException("these bytes are no activity log"));
    }

    ProviderAnswer<PartReading> part(
            String accessToken, ListedThing thing, String kind, ZoneHistory zones) {
        ActivityLog log = log(thing.self());
        return switch (kind) {
            case PartKind.HEART_RATE -> parts.heartRate(accessToken, log, zones);
            case PartKind.TCX -> parts.track(accessToken, log);
            default ->
                    throw new IllegalArgumentException("no part of an activity is named " + kind);
        };
    }
}
