package io.pulseline.simulator.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants as they are written in control bodies: {@code WITHOUT_SOURCE} is withoutSource. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(parts[0]);
        for (int part = 1; part < parts.length; part++) {
            word.append(parts[part].substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(parts[part].substring(1));
        }
        return word.toString();
    }

    /**
     * The constant of that word.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    static <E extends Enum<E>> E read(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(type, word)));
    }

    private static <E extends Enum<E>> String unknown(Class<E> type, String word) {
        return "\"%s\" is not one of %s"
                .formatted(
                        word,
                        Arrays.stream(type.getEnumConstants())
                                .map(Words::of)
                                .collect(Collectors.joining(", ")));
    }
}
