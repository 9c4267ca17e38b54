package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {
    @Test
    void ingestLetsEveryPlayerInAndCommitsAtOnce() throws IOException {
        Properties settings = new Properties();

        settings.load(new StringReader(ServiceSettings.ofIngest(Player.some(3))));

        assertThat(settings)
                .containsKeys(
                        "quarkus.security.users.embedded.users.player-001",
                        "quarkus.security.users.embedded.users.player-003")
                .containsEntry("quarkus.security.users.embedded.roles.player-002", "user")
                .containsEntry(
                        "mp.messaging.incoming.notifications-in.auto.commit.interval.ms", "20");
    }

    @Test
    void playersHaveDifferentPasswordsThatAreNotShown() {
        List<Player> players = Player.some(2);

        assertThat(players.getFirst().password()).isNotEqualTo(players.getLast().password());
        assertThat(players).hasToString("[player-001, player-002]");
    }
}
