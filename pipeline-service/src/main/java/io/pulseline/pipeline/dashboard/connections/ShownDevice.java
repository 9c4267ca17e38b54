package io.pulseline.pipeline.dashboard.connections;

import io.pulseline.pipeline.absence.Measure;
import io.pulseline.pipeline.absence.Models;
import io.pulseline.pipeline.connection.Connection.Device;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.WhyAbsent;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A paired device in words.
 *
 * @param measures of the health metrics; says so where the model is not known or measures none
 */
record ShownDevice(String name, String type, String measures, String battery, String lastSync) {
    static ShownDevice of(Device device, Reader reader) {
        String model = device.model();
        String type = device.type();
        return new ShownDevice(
                model == null ? Texts.say("connections_nameless") : model,
                type == null ? Reader.ABSENT : Texts.sayOr("connections_device_" + type, type),
                measures(device),
                device.batteryPercent() == null ? Reader.ABSENT : device.batteryPercent() + " %",
                reader.ago(device.lastSync()));
    }

    private static String measures(Device device) {
        String model = device.model();
        if (!device.worn()) {
            return Texts.say("connections_measuresNone");
        }
        return model == null
                ? Texts.say("connections_measuresUnknown")
                : Models.measured(model)
                        .map(ShownDevice::words)
                        .orElse(Texts.say("connections_measuresUnknown"));
    }

    private static String words(List<Measure> measures) {
        return measures.stream().map(WhyAbsent::name).collect(Collectors.joining(", "));
    }
}
