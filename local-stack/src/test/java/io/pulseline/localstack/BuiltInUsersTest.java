package io.pulseline.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInUsersTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void passwordsAreMadeOnceAndOnlyTheOwnerReadsThem() throws IOException {
        BuiltInUsers first = BuiltInUsers.keptIn(file());

        assertThat(BuiltInUsers.keptIn(file())).isEqualTo(first);
        assertThat(first.demo()).isNotEqualTo(first.operator());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void theFileGivesQuarkusNamesAndRoles() throws IOException {
        BuiltInUsers users = BuiltInUsers.keptIn(file());

        assertThat(Files.readAllLines(file()))
                .contains(
                        "quarkus.security.users.embedded.users.demo=" + users.demo(),
                        "quarkus.security.users.embedded.roles.demo=user",
                        "quarkus.security.users.embedded.users.care=" + users.care(),
                        "quarkus.security.users.embedded.roles.care=care-team",
                        "quarkus.security.users.embedded.users.operator=" + users.operator(),
                        "quarkus.security.users.embedded.roles.operator=user,operator");
    }

    @Test
    void aFileFromBeforeThereWereCareTeamsGetsOne() throws IOException {
        Files.writeString(
                file(),
                """
                quarkus.security.users.embedded.users.demo=kept
                quarkus.security.users.embedded.users.operator=kept-too
                """);

        BuiltInUsers users = BuiltInUsers.keptIn(file());

        assertThat(users.demo()).isEqualTo("kept");
        assertThat(users.operator()).isEqualTo("kept-too");
        assertThat(users.care()).hasSizeGreaterThan(20);
        assertThat(BuiltInUsers.keptIn(file())).isEqualTo(users);
    }

    @Test
    void aDamagedFileIsNamedWithTheWayOut() throws IOException {
        Files.writeString(file(), "nothing=here\n");

        assertThatThrownBy(() -> BuiltInUsers.keptIn(file()))
                .hasMessageContaining(file().toString())
                .hasMessageContaining("delete the file");
    }

    private Path file() {
        return folder.resolve("users.properties");
    }
}
