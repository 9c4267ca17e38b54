package io.pulseline.localstack.play;

import java.util.ArrayList;
import java.util.List;

/** What the play's services are told besides their addresses: who may log in, and haste. */
final class ServiceSettings {
    /** Over the services' own files, so that haste wins over their defaults. */
    private static final int ORDINAL = 350;

    /**
     * A step waits for all of these in a row; with their usual values, which spare an idle machine,
     * it would take seconds.
     */
    private static final List<String> HASTE =
            List.of(
                    "pulseline.clock.poll=5ms",
                    "ingest.sync.poll=10ms",
                    "mp.messaging.incoming.notifications-in.poll-timeout=10",
                    "mp.messaging.incoming.notifications-in.auto.commit.interval.ms=20",
                    "mp.messaging.incoming.requests-in.poll-timeout=10",
                    "mp.messaging.incoming.requests-in.auto.commit.interval.ms=20",
                    "mp.messaging.incoming.payloads.poll-timeout=10",
                    "mp.messaging.incoming.payloads.auto.commit.interval.ms=20",
                    "mp.messaging.incoming.backfill.poll-timeout=10",
                    "mp.messaging.incoming.backfill.auto.commit.interval.ms=20");

    private ServiceSettings() {}

    /** As a file of properties. */
    static String asProperties(List<Player> players) {
        List<String> lines = new ArrayList<>();
        lines.add("# Made by ./pulseline play; the services read it at start.");
        lines.add("config_ordinal=" + ORDINAL);
        for (Player player : players) {
            lines.add(
                    "quarkus.security.users.embedded.users."
                            + player.name()
                            + "="
                            + player.password());
            lines.add("quarkus.security.users.embedded.roles." + player.name() + "=user");
        }
        lines.addAll(HASTE);
        return String.join("\n", lines) + "\n";
    }
}
