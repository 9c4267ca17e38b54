package io.pulseline.pipeline.dashboard;

import java.util.List;
import java.util.UUID;

/**
 * What stands around every page.
 *
 * @param user whose page it is
 * @param name of the login, as its provider tells it
 * @param section that is open
 * @param sections that this login may open
 */
public record Shell(
        UUID user, String name, Section section, List<Section> sections, Reader reader) {
    public Shell {
        sections = List.copyOf(sections);
    }
}
