package io.pulseline.pipeline.operator;

import jakarta.ws.rs.ServiceUnavailableException;

/** Kafka did not do in time what an operator asked for; the message is for people. */
final class KafkaAwayException extends ServiceUnavailableException {
    private static final long serialVersionUID = 1;

    KafkaAwayException(String message) {
        super(message);
    }
}
