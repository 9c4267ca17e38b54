package io.pulseline.ingest.fitbit;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.sync.DataProvider;
import io.pulseline.ingest.sync.ListedThing;
import io.pulseline.ingest.sync.Listing;
import io.pulseline.ingest.sync.PartReading;
import io.pulseline.ingest.sync.ReadPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Activities at Fitbit: the log list, page by page, and the parts a log promises. */
@ApplicationScoped
class FitbitActivities implements DataProvider {
    static final String LIST = "/1/user/-/activities/list.json";

    /** What we ask for by sending no {@code Accept-Language}. */
    static final String UNITS = "METRIC";

    private final FitbitHttp http;
    private final FitbitParts parts;
    private final Devices devices;
    private final FitbitConfig config;

    FitbitActivities(FitbitHttp http, FitbitParts parts, Devices devices, FitbitConfig config) {
        this.http = http;
        this.parts = parts;
        this.devices = devices;
        this.config = config;
    }

    @Override
    public String provider() {
        return OpenSets.Provider.FITBIT;
    }

    @Override
    public Meaning meaningOf(String collection) {
        return switch (collection) {
            case "activities" -> Meaning.ACTIVITIES;
            case "userRevokedAccess" -> Meaning.CONSENT_WITHDRAWN;
            case "deleteUser" -> Meaning.USER_DELETED;
            default -> Meaning.NOT_OURS;
        };
    }

    @Override
    public ProviderAnswer<Listing> activities(
            String accessToken, LocalDate from, Set<String> granted) {
        Pages pages = new Pages(from, granted);
        @Nullable String path = LIST + "?afterDate=" + from + "&sort=asc&limit=100&offset=0";
        for (int page = 0; path != null && page < config.maximumPages(); page++) {
            ProviderAnswer<Optional<String>> next = http.get(accessToken, path).then(pages::take);
            if (!(next instanceof ProviderAnswer.Given<Optional<String>>(Optional<String> found))) {
                return next.then(_ -> pages.listing(false));
            }
            path = found.orElse(null);
        }
        return pages.listing(path == null);
    }

    /** Collects the logs of all pages; data that shift between pages repeat some. */
    private static final class Pages {
        private final LocalDate from;
        private final Set<String> granted;
        private final Map<String, ListedThing> things = new LinkedHashMap<>();
        private int unreadable;

        private Pages(LocalDate from, Set<String> granted) {
            this.from = from;
            this.granted = granted;
        }

        ProviderAnswer<Listing> listing(boolean complete) {
            return new ProviderAnswer.Given<>(
                    new Listing(List.copyOf(things.values()), unreadable, complete));
        }

        ProviderAnswer<Optional<String>> take(FitbitDocument document) {
            ActivityLogs page;
            try {
                page = ActivityLogs.read(document.body());
            } catch (IOException _) {
                return new ProviderAnswer.Unavailable<>("unreadable activity log list");
            }
            page.logs().forEach(log -> take(document, log));
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
            Optional<ActivityLog> log = ActivityLog.read(bytes);
            if (log.isEmpty()) {
                unreadable++;
            } else if (!log.get().inProgress()) {
                ReadPart self =
                        new ReadPart(
                                PartKind.LOG,
                                document.path(),
                                from,
                                null,
                                document.status(),
                                document.contentType(),
                                UNITS,
                                document.readAt(),
                                bytes);
                things.put(log.get().logId(), thing(log.get(), self, granted));
            }
        }
    }

    private static ListedThing thing(ActivityLog log, ReadPart self, Set<String> granted) {
        return new ListedThing(
                log.logId(),
                log.start().toInstant(),
                log.end(),
                log.start().toLocalDate(),
                log.promised(granted),
                self);
    }

    @Override
    public ListedThing again(ReadPart self, Set<String> granted) {
        return thing(log(self), self, granted);
    }

    private static ActivityLog log(ReadPart self) {
        return ActivityLog.read(self.body())
                .orElseThrow(() -> new IllegalArgumentException("these bytes are no activity log"));
    }

    @Override
    public ProviderAnswer<PartReading> part(
            String accessToken, ListedThing thing, String kind, ZoneHistory zones) {
        ActivityLog log = log(thing.self());
        return switch (kind) {
            case PartKind.HEART_RATE -> parts.heartRate(accessToken, log, zones);
            case PartKind.TCX -> parts.track(accessToken, log);
            default ->
                    throw new IllegalArgumentException("no part of an activity is named " + kind);
        };
    }

    @Override
    public ProviderAnswer<Optional<LocalDateTime>> lastDeviceSync(String accessToken) {
        return devices.lastSync(accessToken);
    }
}
