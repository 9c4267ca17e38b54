package io.pulseline.pipeline.dashboard.pipelines;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param path its name in the form, and what the API calls it when it complains, for example {@code
 *     targets[0].configuration.url}
 * @param name the last step of the path
 * @param optional true if it may be left empty
 * @param value as it is typed; {@code true} or {@code false} of a flag, and of an object that is
 *     there or not; empty where there is none
 * @param limits what the browser checks of numbers and texts
 * @param options of a choice or choices
 * @param fields of an object
 * @param items of a list
 * @param blank what is added to a list; null for what is none
 */
public record Field(
        String path,
        String name,
        String title,
        Help help,
        Shape shape,
        boolean optional,
        String value,
        Limits limits,
        List<Option> options,
        List<Field> fields,
        List<Item> items,
        @Nullable Item blank) {
    public Field {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
        items = List.copyOf(items);
    }

    /** What it looks like. */
    public enum Shape {
        NUMBER,
        TEXT,
        /** A text of several lines. */
        LINES,
        TIME,
        /** Taken and never shown; an empty one keeps what is stored. */
        SECRET,
        FLAG,
        /** Yes, no, or nothing said. */
        MAYBE,
        CHOICE,
        CHOICES,
        OBJECT,
        LIST
    }

    /**
     * What the browser checks; empty texts for what it does not.
     *
     * @param step {@code 1} for whole numbers, else {@code any}
     * @param longest in characters
     */
    public record Limits(String least, String most, String step, String longest) {
        static final Limits NONE = new Limits("", "", "", "");
    }

    /** A word that can be chosen. */
    public record Option(String word, String title, boolean chosen) {}

    /** An item of a list: the fields of an object, or one of a text. */
    public record Item(List<Field> fields) {
        public Item {
            fields = List.copyOf(fields);
        }
    }
}
