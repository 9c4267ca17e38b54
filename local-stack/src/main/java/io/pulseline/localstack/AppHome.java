package io.pulseline.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the packaged local stack lies, and how to run it in a JVM of its own. */
public final class AppHome {
    /** System property that says where it lies when it is not found by itself. */
    public static final String PROPERTY = "pulseline.local-stack.home";

    private static final String JAR = "local-stack.jar";

    private AppHome() {}

    /** Folder of {@code local-stack.jar}, {@code lib/}, {@code registry/} and PostgreSQL. */
    public static Path find() {
        String given = System.getProperty(PROPERTY, "");
        if (!given.isEmpty()) {
            return Path.of(given).toAbsolutePath();
        }
        Path code = ownCode();
        // .../target/app/local-stack.jar; else .../target/classes or .../target/local-stack-1.jar
        return code.endsWith(JAR)
                ? code.resolveSibling("").toAbsolutePath().normalize()
                : code.resolveSibling("app");
    }

    /** Whether this JVM has the broker on its class path: the module's own tests, and the app. */
    private static boolean isWhole() {
        return AppHome.class.getClassLoader().getResource("kafka/server/KafkaConfig.class") != null;
    }

    /**
     * Command line of a JVM that runs the local stack's {@link Main}.
     *
     * @throws IllegalStateException if it is not packaged
     */
    public static List<String> command(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(jvmOptions);
        if (Files.isDirectory(ownCode()) && isWhole()) {
            // In the module's own tests the classes are newer than any jar.
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.add(Main.class.getName());
        } else {
            Path jar = find().resolve(JAR);
            if (!Files.exists(jar)) {
                throw new IllegalStateException(
                        jar
                                + " is missing; run ./pulseline test, or package it first:"
                                + " ./mvnw -pl local-stack -am -Dquick package");
            }
            command.addAll(List.of("-jar", jar.toString()));
        }
        command.addAll(arguments);
        return command;
    }

    /** The {@code java} program this JVM was started with. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path ownCode() {
        try {
            Path code =
                    Path.of(
                            AppHome.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return code.toRealPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("own code lies at no path", e);
        } catch (IOException e) {
            throw new UncheckedIOException("own code cannot be found", e);
        }
    }
}
