package io.pulseline.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code stack.json}: what runs where, for scripts; without any password. */
final class StackReport {
    private StackReport() {}

    static void write(Path file, LocalStack stack) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (PartStatus status : stack.status()) {
            status.pid()
                    .ifPresent(pid ->
                            parts.put(
                                    status.part().label(),
                                    Map.of(
                                            "pid",
                                            pid,
                                            "ports",
                                            stack.ports(status.part()),
                                            "log",
                                            stack.log(status.part()).toString())));
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("startedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        report.put("publicUrl", stack.publicUrl());
        report.put("fitbit", stack.simulatesFitbit() ? "simulator" : "api.fitbit.com");
        report.put(
                "googleHealth",
                stack.simulatesGoogleHealth() ? "simulator" : "health.googleapis.com");
        report.put("parts", parts);
        try {
            StateFolder.writePrivate(
                    file,
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stack report cannot be written", e);
        }
    }
}
