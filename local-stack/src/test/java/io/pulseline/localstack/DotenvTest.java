package io.pulseline.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotenvTest {
    @Test
    void namesAndValuesAreReadWhateverTheirQuotes() {
        assertThat(
                        Dotenv.parse(
                                List.of(
                                        "# Fitbit",
                                        "",
                                        "PLAIN=abc",
                                        "export EXPORTED = d e f ",
                                        "SINGLE='g # h'",
                                        "DOUBLE=\"i=j\" # comment",
                                        "COMMENTED=k # l",
                                        "HASH=m#n",
                                        "EMPTY=")))
                .containsEntry("PLAIN", "abc")
                .containsEntry("EXPORTED", "d e f")
                .containsEntry("SINGLE", "g # h")
                .containsEntry("DOUBLE", "i=j")
                .containsEntry("COMMENTED", "k")
                .containsEntry("HASH", "m#n")
                .containsEntry("EMPTY", "")
                .hasSize(7);
    }

    @Test
    void theLastOfOneNameWins() {
        assertThat(Dotenv.parse(List.of("A=1", "A=2"))).containsEntry("A", "2");
    }

    @Test
    void aWrongLineIsNamedByItsNumberAndNeverShown() {
        for (String wrong :
                List.of("topsecret", "9NAME=topsecret", "A='topsecret", "A='x' topsecret")) {
            assertThatThrownBy(() -> Dotenv.parse(List.of("GOOD=1", wrong)))
                    .hasMessageContaining("line 2")
                    .hasMessageNotContaining("topsecret");
        }
    }

    @Test
    void aMissingFileHoldsNothing() {
        assertThat(Dotenv.read(Path.of("there", "is", "no", ".env"))).isEmpty();
    }
}
