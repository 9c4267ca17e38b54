package io.pulseline.access.audit;

import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a request, taken apart.
 *
 * @param template as the API describes it
 * @param objectIds what stood in the place of its names, in their order
 * @param aboutUser the one of them that is called {@code userId}; null where none is
 */
record CalledPath(String template, List<String> objectIds, @Nullable UUID aboutUser) {
    private static final Pattern NAME = Pattern.compile("\\{\\s*(\\w+)[^}]*}");

    /** What an id of ours may look like; anything else is somebody's own text and is not kept. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private static final String NO_ID = "?";

    CalledPath {
        objectIds = List.copyOf(objectIds);
    }

    /** The address of a resource's method, as the API describes it. */
    static String template(Class<?> resource, Method method) {
        String both = ("/" + path(resource) + "/" + path(method)).replaceAll("/+", "/");
        return both.length() > 1 && both.endsWith("/")
                ? both.substring(0, both.length() - 1)
                : both;
    }

    static CalledPath of(String template, Map<String, List<String>> parameters) {
        List<String> ids = new ArrayList<>();
        UUID aboutUser = null;
        Matcher names = NAME.matcher(template);
        while (names.find()) {
            String given = parameters.getOrDefault(names.group(1), List.of(NO_ID)).getFirst();
            ids.add(ID.matcher(given).matches() ? given : NO_ID);
            if (names.group(1).equals("userId")) {
                aboutUser = uuid(given);
            }
        }
        return new CalledPath(template, ids, aboutUser);
    }

    /** Whether programs and pages change things by it; providers' webhooks are told elsewhere. */
    boolean isOfApi() {
        return template.startsWith("/api/") || template.startsWith("/connect/");
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
