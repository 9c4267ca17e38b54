package io.pulseline.pipeline.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One JSON object a user sent. Every question gives an answer of the right type; where the field
 * does not allow that, it is noted as an error and the answer is a harmless stand-in, so that one
 * reading finds all errors. Ask {@link #refuseIfWrong} at the end.
 */
public final class Form {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode json;
    private final String path;
    private final List<FieldError> errors;
    private final boolean quiet;

    private Form(JsonNode json, String path, List<FieldError> errors, boolean quiet) {
        this.json = json;
        this.path = path;
        this.errors = errors;
        this.quiet = quiet;
        if (!quiet && !json.isObject()) {
            errors.add(new FieldError(path.isEmpty() ? "(body)" : path, "must be an object"));
        }
    }

    /** The whole body. */
    public static Form of(JsonNode json) {
        return new Form(json, "", new ArrayList<>(), false);
    }

    /**
     * The whole body, as it came.
     *
     * @throws JsonProcessingException if it is not JSON
     */
    public static Form read(byte[] body) throws JsonProcessingException {
        try {
            return of(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /** Notes every field of another name: a misspelt one would otherwise silently do nothing. */
    public Form knowsOnly(String... names) {
        Set<String> known = Set.of(names);
        json.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        complain(name, "is not known here; known are " + String.join(", ", names));
                    }
                });
        return this;
    }

    /** A text that must be there, 1 to {@code longest} characters, not only blanks. */
    public String text(String name, int longest) {
        Optional<String> text = optionalText(name, longest);
        if (text.isEmpty() && !has(name)) {
            complain(name, "is required");
        }
        return text.orElse("");
    }

    /** A text that may be absent or null. */
    public Optional<String> optionalText(String name, int longest) {
        if (!has(name)) {
            return Optional.empty();
        }
        return text(json.path(name), name, longest);
    }

    private Optional<String> text(JsonNode value, String name, int longest) {
        String text = value.asText();
        // Blank is what trim takes away, because JSON Schema can say that.
        if (!value.isTextual()
                || text.trim().isEmpty()
                || text.codePointCount(0, text.length()) > longest) {
            complain(name, "must be a text of 1 to " + longest + " characters");
            return Optional.empty();
        }
        if (text.indexOf('\0') >= 0) {
            complain(name, "must not contain the character U+0000");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** A list of {@code fewest} to {@code most} texts, absent or null. */
    public Optional<List<String>> optionalTexts(String name, int fewest, int most, int longest) {
        JsonNode list = json.path(name);
        if (!has(name)) {
            return Optional.empty();
        }
        if (!list.isArray() || list.size() < fewest || list.size() > most) {
            complain(name, "must be a list of " + fewest + " to " + most + " texts");
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>(list.size());
        for (int item = 0; item < list.size(); item++) {
            text(list.path(item), name + "[" + item + "]", longest).ifPresent(texts::add);
        }
        return texts.size() < list.size() ? Optional.empty() : Optional.of(List.copyOf(texts));
    }

    /** One of the listed words; the first of them stands in for a wrong one. */
    public String choice(String name, List<String> words) {
        if (!has(name)) {
            complain(name, "is required: one of " + String.join(", ", words));
        }
        return optionalChoice(name, words).orElse(words.getFirst());
    }

    /** One of the listed words, absent or null. */
    public Optional<String> optionalChoice(String name, List<String> words) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = json.path(name);
        if (!value.isTextual() || !words.contains(value.asText())) {
            complain(name, "must be one of " + String.join(", ", words));
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    /** True or false; {@code whenAbsent} if the field is absent or null. */
    public boolean flag(String name, boolean whenAbsent) {
        if (has(name) && !json.path(name).isBoolean()) {
            complain(name, "must be true or false");
        }
        return has(name) ? json.path(name).asBoolean() : whenAbsent;
    }

    /** An object inside; an empty one if absent or null. */
    public Form form(String name) {
        JsonNode value = has(name) ? json.path(name) : JsonNodeFactory.instance.objectNode();
        return new Form(value, at(name), errors, quiet);
    }

    /** A list of objects, {@code fewest} to {@code most} of them; absent counts as empty. */
    public List<Form> forms(String name, int fewest, int most) {
        JsonNode list = json.path(name);
        boolean listed = list.isArray() || !has(name);
        if (!listed || list.size() < fewest || list.size() > most) {
            complain(name, "must be a list of " + fewest + " to " + most + " objects");
            return List.of();
        }
        List<Form> forms = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            forms.add(new Form(item, at(name) + "[" + forms.size() + "]", errors, quiet));
        }
        return forms;
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** Notes an error that only the asker can see. */
    public void complain(String name, String reason) {
        if (!quiet) {
            errors.add(new FieldError(at(name), reason));
        }
    }

    /** The same object once more, for one who wants its values and not its errors. */
    public Form quiet() {
        return new Form(json, path, List.of(), true);
    }

    public boolean isQuiet() {
        return quiet;
    }

    /** Whether an error was noted in this object or below it. */
    public boolean isWrong() {
        return errors.stream()
                .map(FieldError::field)
                .anyMatch(field ->
                        path.isEmpty() || field.equals(path) || field.startsWith(path + "."));
    }

    /** The object itself, as it was sent. */
    public JsonNode json() {
        return json;
    }

    /** Errors so far, of the whole body. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidFormException if any field was wrong
     */
    public void refuseIfWrong() {
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
