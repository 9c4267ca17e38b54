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
    private static final List<String> HASTE_OF_INGEST =
            List.of(
                    "pulseline.clock.poll=5ms",
                    "ingest.sync.poll=20ms",
                    "ingest.backfill.poll=40ms");

    private ServiceSettings() {}

    /** Those of ingest, as a file of properties. */
    static String ofIngest(List<Player> players) {
        List<String> lines = new ArrayList<>(HASTE_OF_INGEST);
        for (Player player : players) {
            String users = "quarkus.security.users.embedded.";
            lines.add(users + "users." + player.name() + "=" + player.password());
            lines.add(users + "roles." + player.name() + "=user");
        }
        lines.addAll(hasteOfChannel("notifications-in"));
        lines.addAll(hasteOfChannel("requests-in"));
        return asProperties(lines);
    }

    /** Those of the normalizer, as a file of properties. */
    static String ofNormalizer() {
        List<String> lines = new ArrayList<>(hasteOfChannel("payloads"));
        lines.addAll(hasteOfChannel("backfill"));
        return asProperties(lines);
    }

    /** A record is read at once, and what is done with it is told at once. */
    private static List<String> hasteOfChannel(String channel) {
        String prefix = "mp.messaging.incoming." + channel + ".";
        return List.of(prefix + "poll-timeout=10", prefix + "auto.commit.interval.ms=20");
    }

    private static String asProperties(List<String> lines) {
        return "# Made by ./pulseline play; the service reads it at start.\nconfig_ordinal="
                + ORDINAL
                + "\n"
                + String.join("\n", lines)
                + "\n";
    }
}
