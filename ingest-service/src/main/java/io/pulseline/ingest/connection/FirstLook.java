package io.pulseline.ingest.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked with the first token of a consent: the user's zone and devices, and to be notified.
 * What fails here is asked again by the upkeep; the consent itself must not be lost.
 */
@ApplicationScoped
class FirstLook {
    private final ConnectConfig config;
    private final Clock clock;

    FirstLook(ConnectConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Asks; blocks.
     *
     * @param visitor who asked to be connected
     * @param move where they come from; null if from nowhere
     */
    NewConsent at(
            ConsentProvider provider, Visitor visitor, TokenPair tokens, @Nullable Move move) {
        String token = tokens.accessToken();
        Optional<ZoneId> zone = given(provider.zone(token));
        boolean subscribed =
                given(provider.subscribe(token, tokens.providerUserId(), tokens.scopes()))
                        .orElse(false);
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone.orElse(ZoneOffset.UTC)).toLocalDate();
        // Old dates are read again, and each had the zone that was valid on it.
        ZoneHistory known = move == null ? ZoneHistory.UNKNOWN : move.former().zones();
        ZoneHistory zones = zone.map(told -> known.told(told, today)).orElse(known);
        // A night's or a zone's width back; what is older is backfill, not live.
        LocalDate yesterday = today.minusDays(1);
        Optional<List<Device>> devices = given(provider.devices(token, tokens.scopes(), zones));
        return new NewConsent(
                visitor.user(),
                provider.provider(),
                tokens,
                conditions(provider, tokens, subscribed, devices.orElse(List.of()), now),
                zones,
                zone.isPresent(),
                subscribed,
                devices.orElse(null),
                move == null ? yesterday : move.liveFrom(yesterday),
                move,
                visitor.invite(),
                now);
    }

    private static <T> Optional<T> given(ProviderAnswer<T> answer) {
        return answer instanceof ProviderAnswer.Given<T>(T value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private List<Condition> conditions(
            ConsentProvider provider,
            TokenPair tokens,
            boolean subscribed,
            List<Device> devices,
            Instant now) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> missing = new TreeSet<>(provider.wantedScopes().keySet());
        missing.removeAll(tokens.scopes());
        if (!missing.isEmpty()) {
            conditions.add(
                    new Condition(
                            Condition.MISSING_SCOPES,
                            now,
                            "PARTIAL_CONSENT",
                            "You did not allow: "
                                    + missing.stream()
                                            .map(provider::nameOf)
                                            .collect(Collectors.joining(", "))
                                    + ". What needs it is left out; connect again to allow it."));
        }
        if (!subscribed) {
            conditions.add(notSubscribed(now));
        }
        return Silence.judge(conditions, devices, now, config.silentAfter());
    }

    static Condition notSubscribed(Instant now) {
        return new Condition(
                Condition.NO_SUBSCRIPTION,
                now,
                "NOT_SUBSCRIBED",
                "The provider does not notify us yet; new data is found by the hourly look.");
    }
}
