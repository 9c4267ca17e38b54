package io.pulseline.testing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service answers at, read from its annotations, so that a test of all endpoints meets also
 * those that are written after it.
 *
 * @param method of HTTP
 * @param template the path with its parameters in braces
 * @param mediaType what it takes
 * @param roles those that may; empty: every login
 */
public record Endpoint(String method, String template, String mediaType, Set<String> roles) {
    /** All of these resource classes, in order. */
    public static List<Endpoint> of(Stream<Class<?>> resources) {
        return resources
                .flatMap(Endpoint::of)
                .distinct()
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
    }

    private static Stream<Endpoint> of(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method ->
                        verb(method).stream().map(verb -> of(resource, base, method, verb)));
    }

    private static Endpoint of(Class<?> resource, String base, Method method, String verb) {
        @Nullable Path path = method.getAnnotation(Path.class);
        return new Endpoint(
                verb,
                joined(base, path == null ? "" : path.value()),
                annotated(resource, method, Consumes.class)
                        .map(consumes -> consumes.value()[0])
                        .orElse("application/json"),
                annotated(resource, method, RolesAllowed.class)
                        .map(roles -> Set.of(roles.value()))
                        .orElse(Set.of()));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotated(
            Class<?> resource, Method method, Class<A> annotation) {
        return Optional.ofNullable(method.getAnnotation(annotation))
                .or(() -> Optional.ofNullable(resource.getAnnotation(annotation)));
    }

    private static String joined(String base, String path) {
        String both = ("/" + base + "/" + path).replaceAll("/+", "/");
        return both.length() > 1 && both.endsWith("/")
                ? both.substring(0, both.length() - 1)
                : both;
    }

    /** A path of this form, with the same value for every parameter. */
    public String path(String value) {
        return template.replaceAll("\\{[^}]+}", value);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
