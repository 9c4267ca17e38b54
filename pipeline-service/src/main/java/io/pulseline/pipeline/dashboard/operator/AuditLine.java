package io.pulseline.pipeline.dashboard.operator;

import io.pulseline.pipeline.audit.AuditEntry;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;

/**
 * A line of the audit log.
 *
 * @param who name of the login, or that they have been erased
 * @param outcome in words, with the status
 */
public record AuditLine(
        String at,
        String who,
        String roles,
        String what,
        String objects,
        String outcome,
        String way) {
    private static final int FORBIDDEN = 403;

    static AuditLine of(AuditEntry entry, Reader reader) {
        String name = entry.actorName();
        return new AuditLine(
                reader.moment(entry.at()),
                name == null ? Texts.say("operator_erased") : name,
                String.join(", ", entry.roles()),
                entry.method() + " " + entry.path(),
                entry.objectIds().isEmpty() ? Reader.ABSENT : String.join(", ", entry.objectIds()),
                entry.status() == FORBIDDEN
                        ? Texts.say("operator_refused", Integer.toString(entry.status()))
                        : Texts.say("operator_taken", Integer.toString(entry.status())),
                Texts.sayOr("operator_client_" + entry.client(), entry.client()));
    }
}
