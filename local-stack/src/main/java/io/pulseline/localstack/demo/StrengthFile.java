package io.pulseline.localstack.demo;

import static io.pulseline.localstack.demo.FitMessages.enumeration;
import static io.pulseline.localstack.demo.FitMessages.text;
import static io.pulseline.localstack.demo.FitMessages.time;
import static io.pulseline.localstack.demo.FitMessages.uint16;
import static io.pulseline.localstack.demo.FitMessages.uint32;
import static io.pulseline.localstack.demo.FitMessages.uint32z;
import static io.pulseline.localstack.demo.FitMessages.uint8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A FIT file of a strength workout, as a device writes it that counts sets and measures neither
 * heart rate nor position.
 *
 * @param start to the second
 * @param length whole minutes
 * @param zone whose clocks the device shows
 */
record StrengthFile(Instant start, Duration length, ZoneId zone) {
    // Numbers of FIT's profile.
    private static final int FILE_ID = 0;
    private static final int SESSION = 18;
    private static final int DEVICE_INFO = 23;
    private static final int ACTIVITY = 34;
    private static final int SET = 225;
    private static final int TIMESTAMP = 253;
    private static final int SET_TIMESTAMP = 254;
    private static final int TYPE_ACTIVITY = 4;
    private static final int DEVELOPMENT = 255;
    private static final int TRAINING = 10;
    private static final int STRENGTH_TRAINING = 20;
    private static final int EVENT_ACTIVITY = 26;
    private static final int STOP = 1;
    private static final int ACTIVE = 1;
    private static final int REST = 0;

    /** Not told, in 16 bits. */
    private static final int NONE = 0xFFFF;

    /** A set and the rest after it. */
    private static final Duration ROUND = Duration.ofMinutes(3);

    private static final Duration LIFTING = Duration.ofSeconds(40);
    private static final int REPETITIONS = 10;
    private static final int SIXTEENTHS_OF_60_KILOGRAMS = 60 * 16;

    /** How many sets were lifted. */
    int sets() {
        return (int) length.dividedBy(ROUND);
    }

    /** The bytes of the file; its start and serial number tell it from others. */
    byte[] bytes(int serialNumber) {
        FitMessages messages =
                new FitMessages()
                        .with(
                                FILE_ID,
                                enumeration(0, TYPE_ACTIVITY),
                                uint16(1, DEVELOPMENT),
                                uint16(2, 1),
                                uint32z(3, serialNumber),
                                time(4, start))
                        .with(
                                DEVICE_INFO,
                                time(TIMESTAMP, start),
                                uint8(0, 0),
                                uint16(2, DEVELOPMENT),
                                text(27, "Counter of sets"));
        for (int set = 0; set < sets(); set++) {
            Instant lift = start.plus(ROUND.multipliedBy(set));
            add(messages, 2 * set, ACTIVE, lift, LIFTING);
            add(messages, 2 * set + 1, REST, lift.plus(LIFTING), ROUND.minus(LIFTING));
        }
        return ended(messages).file();
    }

    private static void add(
            FitMessages messages, int index, int type, Instant from, Duration lasting) {
        boolean active = type == ACTIVE;
        var _ =
                messages.with(
                        SET,
                        time(SET_TIMESTAMP, from.plus(lasting)),
                        uint32(0, lasting.toMillis()),
                        uint16(3, active ? REPETITIONS : NONE),
                        uint16(4, active ? SIXTEENTHS_OF_60_KILOGRAMS : NONE),
                        uint8(5, type),
                        time(6, from),
                        uint16(10, index));
    }

    private FitMessages ended(FitMessages messages) {
        Instant end = start.plus(length);
        int offsetSeconds = zone.getRules().getOffset(end).getTotalSeconds();
        return messages.with(
                        SESSION,
                        time(TIMESTAMP, end),
                        time(2, start),
                        enumeration(5, TRAINING),
                        enumeration(6, STRENGTH_TRAINING),
                        uint32(7, length.toMillis()),
                        uint32(8, length.toMillis()),
                        text(110, "Strength"))
                .with(
                        ACTIVITY,
                        time(TIMESTAMP, end),
                        uint32(0, length.toMillis()),
                        uint16(1, 1),
                        enumeration(2, 0),
                        enumeration(3, EVENT_ACTIVITY),
                        enumeration(4, STOP),
                        time(5, end.plusSeconds(offsetSeconds)));
    }
}
