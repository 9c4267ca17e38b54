package io.pulseline.pipeline.target;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text of a user with places such as {@code {title}} that are filled in. It knows variables and
 * nothing else: no conditions, no calls, no nesting. What is filled in is never looked at again.
 */
public final class Template {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)\\}");

    private Template() {}

    /**
     * Why a user's text is no such template; empty if it is one.
     *
     * @param known the variables there are
     */
    public static Optional<String> complaint(String text, Set<String> known) {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder rest = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            rest.append(text, end, matcher.start());
            end = matcher.end();
            if (!known.contains(matcher.group(1))) {
                return Optional.of(
                        "knows no {"
                                + matcher.group(1)
                                + "}, only "
                                + String.join(
                                        ", ",
                                        new TreeSet<>(known)
                                                .stream().map(name -> "{" + name + "}").toList()));
            }
        }
        rest.append(text.substring(end));
        return rest.indexOf("{") >= 0 || rest.indexOf("}") >= 0
                ? Optional.of("has a { or } that belongs to no variable")
                : Optional.empty();
    }

    /**
     * The text with its variables filled in; one without a value becomes empty.
     *
     * @param text without a {@link #complaint}
     */
    public static String filled(String text, Map<String, String> values) {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            filled.append(text, end, matcher.start())
                    .append(values.getOrDefault(matcher.group(1), ""));
            end = matcher.end();
        }
        return filled.append(text.substring(end)).toString();
    }
}
