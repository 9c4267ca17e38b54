package io.pulseline.pipeline.dashboard;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What pages say, as {@code {t:home_title}} in templates; one file for each room of pages, all of
 * them in {@code texts/<language>}. Another language is another folder of the same files.
 */
public final class Texts {
    /** Names of the files; a key begins with its file's name and {@code _}. */
    static final List<String> FILES =
            List.of(
                    "shell",
                    "entry",
                    "home",
                    "connections",
                    "pipelines",
                    "activities",
                    "health",
                    "careteam",
                    "operator",
                    "account",
                    "absence");

    private static final Map<String, String> ENGLISH = read("en");

    private Texts() {}

    /**
     * The text of a key.
     *
     * @throws IllegalArgumentException if there is none
     */
    @TemplateExtension(namespace = "t", matchName = TemplateExtension.ANY)
    public static String say(String key) {
        String text = ENGLISH.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text " + key);
        }
        return text;
    }

    /** With one value in the place of {@code {0}}. */
    @TemplateExtension(namespace = "t", matchName = TemplateExtension.ANY)
    public static String say(String key, @Nullable Object first) {
        return new MessageFormat(say(key), Locale.ENGLISH).format(new @Nullable Object[] {first});
    }

    /** With two values in the places of {@code {0}} and {@code {1}}. */
    @TemplateExtension(namespace = "t", matchName = TemplateExtension.ANY)
    public static String say(String key, @Nullable Object first, @Nullable Object second) {
        return new MessageFormat(say(key), Locale.ENGLISH)
                .format(new @Nullable Object[] {first, second});
    }

    /** The text of a key made at run time, or {@code otherwise}: for words of open sets. */
    public static String sayOr(String key, String otherwise) {
        return ENGLISH.getOrDefault(key, otherwise);
    }

    static Map<String, String> read(String language) {
        Map<String, String> all = new HashMap<>();
        for (String file : FILES) {
            Properties texts = new Properties();
            String path = "/texts/" + language + "/" + file + ".properties";
            try (InputStream in = Texts.class.getResourceAsStream(path)) {
                if (in == null) {
                    continue;
                }
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be read", e);
            }
            texts.forEach((key, text) -> all.put((String) key, (String) text));
        }
        return Map.copyOf(all);
    }
}
