package io.pulseline.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The people who may log in to a local stack, with passwords made at the first start and kept.
 *
 * @param demo password of the user {@code demo}, role {@code user}
 * @param care password of the user {@code care}, role {@code care-team}
 * @param operator password of the user {@code operator}, roles {@code user} and {@code operator}
 */
public record BuiltInUsers(String demo, String care, String operator) {
    public static final String DEMO = "demo";
    public static final String CARE = "care";
    public static final String OPERATOR = "operator";

    private static final String PASSWORD = "quarkus.security.users.embedded.users.";
    private static final String ROLES = "quarkus.security.users.embedded.roles.";

    /** Those of the file, which is made if it is absent. */
    static BuiltInUsers keptIn(Path file) {
        if (!Files.exists(file)) {
            return written(
                    file,
                    new BuiltInUsers(
                            Secrets.generated(), Secrets.generated(), Secrets.generated()));
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        String demo = required(properties, PASSWORD + DEMO, file);
        String operator = required(properties, PASSWORD + OPERATOR, file);
        String care = properties.getProperty(PASSWORD + CARE, "");
        return care.isEmpty()
                // Made before there were care teams.
                ? written(file, new BuiltInUsers(demo, Secrets.generated(), operator))
                : new BuiltInUsers(demo, care, operator);
    }

    private static BuiltInUsers written(Path file, BuiltInUsers users) {
        StateFolder.writePrivate(file, users.asProperties());
        return users;
    }

    private static String required(Properties properties, String name, Path file) {
        String value = properties.getProperty(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException(
                    file + " lacks " + name + "; delete the file to get new passwords");
        }
        return value;
    }

    /** In the form that Quarkus reads. */
    private String asProperties() {
        return String.join(
                "\n",
                "# Made by ./pulseline up; the services read it at start.",
                PASSWORD + DEMO + "=" + demo,
                ROLES + DEMO + "=user",
                PASSWORD + CARE + "=" + care,
                ROLES + CARE + "=care-team",
                PASSWORD + OPERATOR + "=" + operator,
                ROLES + OPERATOR + "=user,operator",
                "");
    }

    @Override
    public String toString() {
        return "BuiltInUsers[" + DEMO + ", " + CARE + ", " + OPERATOR + "]";
    }
}
