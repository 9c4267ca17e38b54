package io.pulseline.ingest.connection;

import io.pulseline.ingest.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What we learn about a connection in passing: where its user is, what they wear, whether we are
 * notified, how fresh the data is. Little of it is news to others at once. All methods block.
 */
@ApplicationScoped
public class ConnectionNotes {
    private final Transactions transactions;
    private final KindSchedule schedule;
    private final ConnectConfig config;

    ConnectionNotes(Transactions transactions, KindSchedule schedule, ConnectConfig config) {
        this.transactions = transactions;
        this.schedule = schedule;
        this.config = config;
    }

    /** Where the user is and was, as the provider has told it so far. */
    public void zonesRead(UUID id, ZoneHistory zones, Instant at) {
        change(
                id,
                row -> {
                    String text = zones.text();
                    if (!text.equals(row.zoneHistory)) {
                        row.zoneHistory = text;
                        row.freshened(at, config.tellEvery());
                    }
                    row.profileReadAt = at;
                });
    }

    /** The provider's list of paired devices, as it is now. */
    void devicesRead(UUID id, List<Device> devices, Instant at) {
        change(
                id,
                row -> {
                    String text = DeviceList.text(devices);
                    if (!text.equals(row.devices)) {
                        row.devices = text;
                        row.freshened(at, config.tellEvery());
                    }
                    row.devicesReadAt = at;
                    List<Condition> held = Conditions.parse(row.conditions);
                    row.conditions(Silence.judge(held, devices, at, config.silentAfter()), at);
                });
    }

    /**
     * The provider's list of our subscriptions was compared with what we want.
     *
     * @param inPlace whether we are notified of all that the scopes allow
     */
    void subscriptionsChecked(UUID id, boolean inPlace, Instant at) {
        change(
                id,
                row -> {
                    row.subscriptionsCheckedAt = at;
                    row.subscribed = inPlace;
                    List<Condition> held = Conditions.parse(row.conditions);
                    row.conditions(
                            inPlace
                                    ? Conditions.without(held, Condition.NO_SUBSCRIPTION)
                                    : Conditions.with(held, FirstLook.notSubscribed(at)),
                            at);
                });
    }

    /** Which of the user's local dates may be read. */
    void studyWindow(UUID id, StudyWindow window) {
        change(
                id,
                row -> {
                    row.studyFirst = window.first();
                    row.studyLast = window.last();
                });
    }

    /** Conditions whose time has passed hold no more. */
    void conditionsEnded(UUID id, Instant now) {
        change(
                id,
                row -> row.conditions(Conditions.at(Conditions.parse(row.conditions), now), now));
    }

    /** A pass has brought news, or has shown that there is none: told in its time. */
    void freshened(UUID id, Instant now) {
        change(id, row -> row.freshened(now, config.tellEvery()));
    }

    /** What a pass has left that was under way while the user had everything erased. */
    void erasedAgain(UUID id) {
        transactions.run(() -> schedule.erase(id));
    }

    private void change(UUID id, Consumer<ConnectionEntity> change) {
        transactions.run(() -> ConnectionEntity.locked(id).invoke(row -> row.ifPresent(change)));
    }
}
