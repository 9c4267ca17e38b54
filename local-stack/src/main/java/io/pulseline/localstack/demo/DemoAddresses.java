package io.pulseline.localstack.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the demo finds a running stack, and as whom it logs in.
 *
 * @param pulseline the one origin, for example {@code http://localhost:8080}
 * @param simulator the Fitbit simulator
 * @param kafka bootstrap servers
 * @param registry the schema registry's base address
 * @param archive the stack's directory of archives; empty where it cannot be read from here
 * @param user a built-in user
 * @param password that user's password
 */
public record DemoAddresses(
        URI pulseline,
        URI simulator,
        String kafka,
        String registry,
        Optional<Path> archive,
        String user,
        String password) {

    /** Without the password, which must not reach a terminal or a log by accident. */
    @Override
    public String toString() {
        return "DemoAddresses[" + pulseline + ", " + simulator + ", " + kafka + ", " + user + "]";
    }
}
