package io.pulseline.pipeline.dashboard.connections;

import io.pulseline.pipeline.connection.Connection.Condition;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;

/** Something that holds beside the state, in words. */
record ShownCondition(String name, String message, String since) {
    static ShownCondition of(Condition condition, Reader reader) {
        return new ShownCondition(
                Texts.sayOr("connections_condition_" + condition.type(), condition.type()),
                condition.message(),
                reader.moment(condition.since()));
    }
}
