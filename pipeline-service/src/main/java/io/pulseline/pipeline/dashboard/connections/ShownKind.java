package io.pulseline.pipeline.dashboard.connections;

import io.pulseline.pipeline.connection.Connection.Freshness;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;

/** How far one kind of data is read, in words. */
record ShownKind(String name, String last, String next, String until) {
    static ShownKind of(Freshness kind, Reader reader) {
        return new ShownKind(
                Texts.sayOr("connections_kind_" + kind.kind().replace('-', '_'), kind.kind()),
                kind.lastSuccess() == null
                        ? Texts.say("connections_never")
                        : reader.ago(kind.lastSuccess()),
                next(kind, reader),
                reader.day(kind.readUntil()));
    }

    private static String next(Freshness kind, Reader reader) {
        if (kind.nextDue() == null) {
            return Texts.say("connections_rests");
        }
        return kind.nextDue().isAfter(reader.now())
                ? reader.ago(kind.nextDue())
                : Texts.say("connections_dueNow");
    }
}
