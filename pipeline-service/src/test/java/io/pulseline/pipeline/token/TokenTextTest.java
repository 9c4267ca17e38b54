package io.pulseline.pipeline.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {
    @Test
    void everyNewOneIsWholeAndAnother() {
        Set<String> made = new HashSet<>();
        for (int next = 0; next < 1000; next++) {
            String text = TokenText.random();
            assertThat(text).matches("plt_[0-9A-Za-z]{49}").matches(TokenText::isWhole);
            made.add(text);
        }

        assertThat(made).hasSize(1000);
    }

    @Test
    void oneWrongCharacterIsFound() {
        String text = TokenText.random();
        for (int at = TokenText.PREFIX.length(); at < text.length(); at++) {
            char other = text.charAt(at) == 'x' ? 'y' : 'x';
            String mistyped = text.substring(0, at) + other + text.substring(at + 1);

            assertThat(TokenText.isWhole(mistyped)).as(mistyped).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plt_",
                "plt_short",
                "plt_0000000000000000000000000000000000000000000é00000"
            })
    void whatIsNoneIsNotTakenForOne(String text) {
        assertThat(TokenText.isWhole(text)).isFalse();
    }

    @Test
    void whatIsKeptOfItIsItsHash() {
        assertThat(TokenText.hash("plt_a")).hasSize(32).isEqualTo(TokenText.hash("plt_a"));
        assertThat(TokenText.hash("plt_a")).isNotEqualTo(TokenText.hash("plt_b"));
    }
}
