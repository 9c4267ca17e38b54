package io.pulseline.pipeline.dashboard;

import io.pulseline.pipeline.connection.Connection;
import java.util.List;
import java.util.UUID;

/**
 * What stands around every page.
 *
 * @param user whose page it is
 * @param name of the login, as its provider tells it
 * @param section that is open
 * @param sections that this login may open
 * @param connections of the user: they tell the zone, and why something is not there
 */
public record Shell(
        UUID user,
        String name,
        Section section,
        List<Section> sections,
        Reader reader,
        List<Connection> connections) {
    public Shell {
        sections = List.copyOf(sections);
        connections = List.copyOf(connections);
    }
}
