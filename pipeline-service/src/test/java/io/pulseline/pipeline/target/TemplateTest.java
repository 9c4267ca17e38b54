package io.pulseline.pipeline.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Set<String> KNOWN = Set.of("title", "type");

    @Test
    void variablesAreFilledInAndNothingElseIs() {
        assertThat(Template.filled("{title} – {type}!", Map.of("title", "{type}", "type", "RUN")))
                .isEqualTo("{type} – RUN!");
    }

    @Test
    void aVariableWithoutAValueIsEmpty() {
        assertThat(Template.filled("a{title}b", Map.of())).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "{title}", "{title}{type}", ""})
    void whatIsATemplateIsTaken(String text) {
        assertThat(Template.complaint(text, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{other}", "{", "a}b", "{{title}}", "{}", "{Title}", "{#if title}"})
    void whatIsNoneIsRefused(String text) {
        assertThat(Template.complaint(text, KNOWN)).isPresent();
    }

    @Test
    void theComplaintNamesWhatThereIs() {
        assertThat(Template.complaint("{other}", KNOWN))
                .contains("knows no {other}, only {title}, {type}");
    }
}
