package io.pulseline.pipeline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages say what stands in the files of texts, and all of that is said. */
class TextsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final String KEY = "(?:" + String.join("|", Texts.FILES) + ")_\\w+";
    private static final Pattern USED = Pattern.compile("\\bt:(" + KEY + ")|\"(" + KEY + ")\"");

    /** Keys that are made of words of open sets at run time begin so. */
    private static final Pattern MADE = Pattern.compile("say(?:Or)?\\(\\s*\"(\\w+_)\"\\s*\\+");

    private final Map<String, String> english = Texts.read("en");

    @Test
    void everyTextThatIsUsedIsThere() {
        Set<String> used = found(USED);
        used.removeIf(key -> key.endsWith("_"));

        assertThat(english.keySet()).containsAll(used);
    }

    @Test
    void everyTextThatIsThereIsUsed() {
        Set<String> used = found(USED);
        Set<String> made = found(MADE);

        assertThat(english.keySet())
                .allMatch(key -> used.contains(key) || made.stream().anyMatch(key::startsWith));
    }

    @Test
    void everyTextStandsInTheFileOfItsRoom() {
        assertThat(english.keySet())
                .allMatch(key -> Texts.FILES.contains(key.substring(0, key.indexOf('_'))));
    }

    @Test
    void aTextTakesItsValues() {
        assertThat(Texts.say("shell_ago", "3 h")).isEqualTo("3 h ago");
    }

    private static Set<String> found(Pattern pattern) {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            files.filter(file -> file.toString().matches(".*\\.(html|java)"))
                    .forEach(file -> {
                        Matcher matcher = pattern.matcher(text(file));
                        while (matcher.find()) {
                            keys.add(
                                    matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
