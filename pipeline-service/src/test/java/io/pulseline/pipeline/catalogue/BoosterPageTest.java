package io.pulseline.pipeline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps docs/reference/boosters.md true. */
class BoosterPageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "boosters.md");

    /** {@code -Dpulseline.regenerate} writes the page instead of comparing it. */
    private static final boolean REGENERATE = System.getProperty("pulseline.regenerate") != null;

    @Test
    void thePageSaysWhatTheCatalogueSays() throws IOException {
        String page = BoosterPage.of(Entry.boosters());
        if (REGENERATE) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.exists(PAGE)).as(PAGE + "; " + regenerate()).isTrue();
        assertThat(Files.readString(PAGE)).as(regenerate()).isEqualTo(page);
    }

    @Test
    void everyKindOfSettingHasItsWords() {
        Settings settings =
                Settings.of(
                        Setting.wholeNumber("beats", 100, 250).describedAs("Beats.").byDefault(190),
                        Setting.number("share", 0.5, 10).describedAs("Share."),
                        Setting.text("title", 80).describedAs("A | B.").optional(),
                        Setting.flag("loud").describedAs("Loud.").byDefault(false),
                        Setting.localTime("from").describedAs("From.").optional(),
                        Setting.choices("types", List.of("RUN", "RIDE"))
                                .describedAs("Types.")
                                .byDefault(List.of()),
                        Setting.texts("words", 0, 9, 80).describedAs("Words.").optional(),
                        Setting.list(
                                        "rules",
                                        1,
                                        5,
                                        Settings.of(
                                                Setting.choice("sport", List.of("RUN", "RIDE"))
                                                        .describedAs("Sport.")
                                                        .optional()))
                                .describedAs("Rules."));
        Entry booster =
                new Entry(
                        "test-booster",
                        "Test Booster",
                        "Tests.",
                        Tier.ATHLETE,
                        List.of("activity"),
                        List.of(Need.DURATION, Need.HEART_RATE),
                        settings.schema());

        assertThat(BoosterPage.of(List.of(booster)))
                .endsWith(
                        """
                        ## Test Booster

                        Tests.

                        Id `test-booster`. For: activities. Needs: duration, heart rate. Tier: Athlete.

                        | setting | what it does | values | default |
                        |---|---|---|---|
                        | `beats` | Beats. | whole number, 100 to 250 | `190` |
                        | `share` | Share. | number, 0.5 to 10 | must be given |
                        | `title` | A \\| B. | text, 1 to 80 characters | none |
                        | `loud` | Loud. | `true`, `false` | `false` |
                        | `from` | From. | text like `07:30` | none |
                        | `types` | Types. | any of `RUN`, `RIDE` | none |
                        | `words` | Words. | list of 0 to 9, each: text, 1 to 80 characters | none |
                        | `rules` | Rules. | list of 1 to 5, each: object | must be given |
                        | `rules[].sport` | Sport. | `RUN`, `RIDE` | none |
                        """);
    }

    @Test
    void aBoosterWithoutSettingsSaysSo() {
        Entry booster =
                new Entry(
                        "plain",
                        "Plain",
                        "Does.",
                        Tier.HOBBYIST,
                        List.of("sleep", "steps"),
                        List.of(),
                        Settings.of().schema());

        assertThat(BoosterPage.of(List.of(booster)))
                .endsWith(
                        """
                        Id `plain`. For: metrics `sleep`, `steps`. Needs: nothing. Tier: Hobbyist (everybody).

                        There is nothing to set.
                        """);
    }

    private static String regenerate() {
        return "run ./mvnw -pl pipeline-service -am test -Dtest=BoosterPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dpulseline.regenerate=yes";
    }
}
