package io.pulseline.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment variables that a module reads, found in its sources: keys and expressions of
 * application.properties, members of its configuration interfaces, and names in texts of its code.
 */
final class KnownSettings {
    /** Quarkus' own, which no source has to name. */
    private static final Set<String> OF_QUARKUS =
            Set.of(
                    "QUARKUS_HTTP_HOST",
                    "QUARKUS_HTTP_PORT",
                    "QUARKUS_SECURITY_USERS_EMBEDDED_USERS_DEMO",
                    "QUARKUS_SECURITY_USERS_EMBEDDED_ROLES_DEMO",
                    "QUARKUS_SECURITY_USERS_EMBEDDED_USERS_CARE",
                    "QUARKUS_SECURITY_USERS_EMBEDDED_ROLES_CARE",
                    "QUARKUS_SECURITY_USERS_EMBEDDED_USERS_OPERATOR",
                    "QUARKUS_SECURITY_USERS_EMBEDDED_ROLES_OPERATOR");

    private static final String SHARED_BY_SERVICES = "access";

    private static final Pattern PROPERTY = Pattern.compile("(?m)^%?([\\w.\"-]+)=");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([\\w.-]+)");
    private static final Pattern PREFIX =
            Pattern.compile("@ConfigMapping\\(\\s*prefix\\s*=\\s*\"([\\w.-]+)\"");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)\\(\\);");
    private static final Pattern VARIABLE = Pattern.compile("(?:\"|env:)([A-Z]+(?:_[A-Z]+)+)\\b");

    private KnownSettings() {}

    /** Those of {@code set} that none of these modules reads. */
    static Set<String> unreadBy(Set<String> set, String... modules) {
        Set<String> unread = new TreeSet<>(set);
        for (String module : modules) {
            unread.removeAll(of(module));
            if (module.endsWith("-service")) {
                unread.removeAll(of(SHARED_BY_SERVICES));
            }
        }
        return unread;
    }

    /** Of one module, by its folder. */
    private static Set<String> of(String module) {
        Path main = Manifests.ROOT.resolve(module).resolve("src/main");
        Set<String> names = new TreeSet<>(OF_QUARKUS);
        for (Path file : files(main)) {
            String text = Manifests.read(file);
            if (file.endsWith("application.properties")
                    || file.endsWith("microprofile-config.properties")) {
                found(PROPERTY, text).forEach(key -> names.add(variable(key)));
                found(EXPRESSION, text).forEach(key -> names.add(variable(key)));
            } else if (file.toString().endsWith(".java")) {
                names.addAll(found(VARIABLE, text));
                found(PREFIX, text).forEach(prefix -> names.addAll(members(prefix, text)));
            }
        }
        return names;
    }

    /** One level and two: a member, or a member of a nested interface. */
    private static Set<String> members(String prefix, String text) {
        Set<String> names = new HashSet<>();
        List<String> members = found(MEMBER, text).stream().map(KnownSettings::kebab).toList();
        for (String outer : members) {
            names.add(variable(prefix + "." + outer));
            for (String inner : members) {
                names.add(variable(prefix + "." + outer + "." + inner));
            }
        }
        return names;
    }

    private static String kebab(String member) {
        return member.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }
}
