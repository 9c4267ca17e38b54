package io.pulseline.pipeline.absence;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.pipeline.connection.Connection;
import io.pulseline.pipeline.connection.Connection.Condition;
import io.pulseline.pipeline.connection.Connection.Device;
import io.pulseline.pipeline.connection.Connection.Freshness;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connection that is well until a test says otherwise. */
final class SomeConnection {
    private final UUID id = UUID.randomUUID();
    private final String provider;
    private final Set<String> scopes;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Device> scales = new ArrayList<>();
    private List<String> models = List.of("Charge 4");
    private String state = "CONNECTED";
    private @Nullable Instant synced;
    private Instant read;
    private @Nullable Instant due;

    private SomeConnection(String provider, Set<String> scopes, Instant now) {
        this.provider = provider;
        this.scopes = new LinkedHashSet<>(scopes);
        this.synced = now;
        this.read = now;
    }

    static SomeConnection fitbit(Instant now) {
        return new SomeConnection(
                "FITBIT",
                Set.of(
                        "activity",
                        "heartrate",
                        "location",
                        "oxygen_saturation",
                        "respiratory_rate",
                        "settings",
                        "sleep"),
                now);
    }

    static SomeConnection google(Instant now) {
        return new SomeConnection(
                "GOOGLE_HEALTH",
                Set.of(
                        "activity_and_fitness.readonly",
                        "health_metrics_and_measurements.readonly",
                        "location.readonly",
                        "settings.readonly",
                        "sleep.readonly"),
                now);
    }

    SomeConnection state(String now) {
        state = now;
        return this;
    }

    SomeConnection without(String scope) {
        scopes.remove(scope);
        return this;
    }

    SomeConnection with(String scope) {
        scopes.add(scope);
        return this;
    }

    SomeConnection readAt(Instant last) {
        read = last;
        return this;
    }

    SomeConnection synced(@Nullable Instant last) {
        synced = last;
        return this;
    }

    SomeConnection models(String... worn) {
        models = List.of(worn);
        return this;
    }

    SomeConnection scale(String model, Instant lastSync) {
        scales.add(new Device("s", model, "SCALE", null, lastSync));
        return this;
    }

    SomeConnection rateLimitedUntil(Instant until) {
        due = until;
        conditions.add(new Condition("RATE_LIMITED", read, "Hour", "Postponed."));
        return this;
    }

    Connection made() {
        List<Device> devices = new ArrayList<>(scales);
        models.forEach(model -> devices.add(new Device(model, model, "TRACKER", 60, synced)));
        return new Connection(
                id,
                new UUID(1, 1),
                provider,
                state,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                scopes,
                conditions,
                devices,
                PayloadKind.all().stream()
                        .map(kind -> new Freshness(kind, read, due, null))
                        .toList(),
                null,
                null,
                ZoneId.of("Europe/Berlin"));
    }
}
