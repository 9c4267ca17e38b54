package io.pulseline.ingest.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
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
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that sync reads from the Google Health API. */
@ApplicationScoped
class GoogleHealth implements DataProvider {
    /** Google's own limit for most types. */
    private static final int DAYS = 90;

    private final GoogleThings things;
    private final GoogleParts parts;
    private final GoogleDated dated;
    private final GoogleSeries series;
    private final GoogleApi api;
    private final ObjectMapper json = new ObjectMapper();

    GoogleHealth(
            GoogleThings things,
            GoogleParts parts,
            GoogleDated dated,
            GoogleSeries series,
            GoogleApi api) {
        this.things = things;
        this.parts = parts;
        this.dated = dated;
        this.series = series;
        this.api = api;
    }

    @Override
    public String provider() {
        return OpenSets.Provider.GOOGLE_HEALTH;
    }

    @Override
    public Meaning meaningOf(String collection) {
        return switch (collection) {
            case PartKind.EXERCISE -> new Meaning.Activities();
            case PartKind.SLEEP -> new Meaning.Sleep();
            case PartKind.HEART_RATE -> new Meaning.Day();
            default ->
                    DatedType.ALL.stream()
                            .filter(type -> type.type().equals(collection))
                            .findFirst()
                            .map(GoogleHealth::meaningOf)
                            .orElseGet(Meaning.NotOurs::new);
        };
    }

    /** Figures of the day are summed up when it is over; what the night brought is there now. */
    private static Meaning meaningOf(DatedType type) {
        boolean figure =
                type.payloadKind().equals(PayloadKind.DAILY_SUMMARY)
                        && !type.part().traits().contains(DatedPart.Trait.OF_NIGHT);
        return figure ? new Meaning.Day() : new Meaning.Dated(type.payloadKind());
    }

    @Override
    public Set<String> neededScopes(String kind) {
        return switch (kind) {
            case PayloadKind.ACTIVITY, PayloadKind.STEPS -> Set.of(GoogleScopes.ACTIVITY);
            case PayloadKind.HEART_RATE,
                    PayloadKind.HEART_RATE_VARIABILITY,
                    PayloadKind.RESPIRATORY_RATE,
                    PayloadKind.OXYGEN_SATURATION ->
                    Set.of(GoogleScopes.HEALTH);
            case PayloadKind.SLEEP -> Set.of(GoogleScopes.SLEEP);
            // Made of parts with scopes of their own.
            case PayloadKind.DAILY_SUMMARY -> Set.of();
            default -> throw new IllegalArgumentException("no kind is named " + kind);
        };
    }

    @Override
    public int maximumDays(String kind) {
        return DAYS;
    }

    @Override
    public ProviderAnswer<Listing> things(String accessToken, ListQuestion question) {
        return things.list(accessToken, question);
    }

    @Override
    public ListedThing again(String kind, ReadPart self, Set<String> granted, ZoneHistory zones) {
        return things.again(self, granted, zones);
    }

    @Override
    public ProviderAnswer<PartReading> part(
            String accessToken, ListedThing thing, String kind, ZoneHistory zones) {
        return switch (kind) {
            case PartKind.HEART_RATE -> parts.heartRate(accessToken, thing, zones);
            case PartKind.TCX -> parts.track(accessToken, thing);
            default ->
                    throw new IllegalArgumentException("no part of an exercise is named " + kind);
        };
    }

    @Override
    public List<DatedPart> datedParts(String kind) {
        return DatedType.ALL.stream()
                .filter(type -> type.payloadKind().equals(kind))
                .map(DatedType::part)
                .toList();
    }

    @Override
    public ProviderAnswer<DatedReading> dated(
            String accessToken, String partKind, LocalDate from, LocalDate to) {
        return dated.read(accessToken, DatedType.of(partKind), from, to);
    }

    @Override
    public ProviderAnswer<SeriesReading> series(String accessToken, SeriesQuestion question) {
        return series.read(accessToken, question);
    }

    /** There is no right to detail beside the scopes. */
    @Override
    public boolean refusesDetail(String reason) {
        return false;
    }

    @Override
    public ProviderAnswer<Optional<LocalDate>> memberSince(String accessToken) {
        ProviderAnswer<GoogleDocument> answer = api.get(accessToken, "/v4/users/me/profile");
        if (answer instanceof ProviderAnswer.Forbidden<GoogleDocument>) {
            // The user did not allow the profile: it is not known then.
            return new ProviderAnswer.Given<>(Optional.empty());
        }
        return answer.then(profile -> new ProviderAnswer.Given<>(since(profile.body())));
    }

    private Optional<LocalDate> since(byte[] profile) {
        try {
            JsonNode date = json.readTree(profile).path("membershipStartDate");
            return Optional.of(
                    LocalDate.of(
                            date.path("year").asInt(),
                            date.path("month").asInt(),
                            date.path("day").asInt()));
        } catch (IOException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
