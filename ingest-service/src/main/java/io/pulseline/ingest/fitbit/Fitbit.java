package io.pulseline.ingest.fitbit;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.sync.DataProvider;
import io.pulseline.ingest.sync.DatedPart;
import io.pulseline.ingest.sync.DatedReading;
import io.pulseline.ingest.sync.ListQuestion;
import io.pulseline.ingest.sync.ListedThing;
import io.pulseline.ingest.sync.Listing;
import io.pulseline.ingest.sync.PartReading;
import io.pulseline.ingest.sync.ReadPart;
import io.pulseline.ingest.sync.SeriesQuestion;
import io.pulseline.ingest.sync.SeriesReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that sync reads from the Fitbit Web API. */
@ApplicationScoped
class Fitbit implements DataProvider {
    /** Of the sleep log; the activity log pages through any time. */
    private static final int SLEEP_DAYS = 100;

    private static final int ANY = 3_650;

    private final FitbitActivities activities;
    private final SleepLogs sleep;
    private final FitbitDated dated;
    private final FitbitSeries series;
    private final Membership membership;

    Fitbit(
            FitbitActivities activities,
            SleepLogs sleep,
            FitbitDated dated,
            FitbitSeries series,
            Membership membership) {
        this.activities = activities;
        this.sleep = sleep;
        this.dated = dated;
        this.series = series;
        this.membership = membership;
    }

    @Override
    public String provider() {
        return OpenSets.Provider.FITBIT;
    }

    @Override
    public Meaning meaningOf(String collection) {
        return switch (collection) {
            case "activities" -> new Meaning.Activities();
            case "sleep" -> new Meaning.Sleep();
            case "userRevokedAccess" -> new Meaning.ConsentWithdrawn();
            case "deleteUser" -> new Meaning.UserDeleted();
            default -> new Meaning.NotOurs();
        };
    }

    @Override
    public Set<String> neededScopes(String kind) {
        return switch (kind) {
            case PayloadKind.ACTIVITY, PayloadKind.STEPS -> Set.of("activity");
            case PayloadKind.HEART_RATE, PayloadKind.HEART_RATE_VARIABILITY -> Set.of("heartrate");
            case PayloadKind.RESPIRATORY_RATE -> Set.of("respiratory_rate");
            case PayloadKind.OXYGEN_SATURATION -> Set.of("oxygen_saturation");
            case PayloadKind.SLEEP -> Set.of("sleep");
            // Made of parts with scopes of their own.
            case PayloadKind.DAILY_SUMMARY -> Set.of();
            default -> throw new IllegalArgumentException("no kind is named " + kind);
        };
    }

    @Override
    public int maximumDays(String kind) {
        return kind.equals(PayloadKind.SLEEP) ? SLEEP_DAYS : ANY;
    }

    @Override
    public ProviderAnswer<Listing> things(String accessToken, ListQuestion question) {
        return question.kind().equals(PayloadKind.SLEEP)
                ? sleep.list(accessToken, question)
                : activities.list(accessToken, question);
    }

    @Override
    public ListedThing again(String kind, ReadPart self, Set<String> granted, ZoneHistory zones) {
        return kind.equals(PayloadKind.SLEEP)
                ? SleepLogs.thing(self, zones)
                        .orElseThrow(
                                () -> new IllegalArgumentException("these bytes are no sleep log"))
                : activities.again(self, granted);
    }

    @Override
    public ProviderAnswer<PartReading> part(
            String accessToken, ListedThing thing, String kind, ZoneHistory zones) {
        return activities.part(accessToken, thing, kind, zones);
    }

    @Override
    public List<DatedPart> datedParts(String kind) {
        return DatedEndpoint.ALL.stream()
                .filter(endpoint -> endpoint.payloadKind().equals(kind))
                .map(DatedEndpoint::part)
                .toList();
    }

    @Override
    public ProviderAnswer<DatedReading> dated(
            String accessToken, String partKind, LocalDate from, LocalDate to) {
        return dated.read(accessToken, DatedEndpoint.of(partKind), from, to);
    }

    @Override
    public ProviderAnswer<SeriesReading> series(String accessToken, SeriesQuestion question) {
        return series.read(accessToken, question);
    }

    @Override
    public boolean refusesDetail(String reason) {
        return reason.contains("insufficient_permissions")
                || reason.equals(FitbitSeries.NO_INTRADAY);
    }

    @Override
    public ProviderAnswer<Optional<LocalDate>> memberSince(String accessToken) {
        return membership.since(accessToken);
    }
}
