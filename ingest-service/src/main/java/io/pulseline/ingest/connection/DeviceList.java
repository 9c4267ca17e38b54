package io.pulseline.ingest.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Devices as the column keeps them: a JSON list in the provider's order. */
final class DeviceList {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeviceList() {}

    static String text(List<Device> devices) {
        ArrayNode list = JSON.createArrayNode();
        for (Device device : devices) {
            ObjectNode item = list.addObject().put("id", device.id());
            item.put("model", device.model()).put("type", device.type());
            item.put("batteryPercent", device.batteryPercent());
            item.put("lastSync", device.lastSync() == null ? null : device.lastSync().toString());
        }
        return list.toString();
    }

    static List<Device> parse(String text) {
        try {
            List<Device> devices = new ArrayList<>();
            for (JsonNode item : JSON.readTree(text)) {
                devices.add(device(item));
            }
            return devices;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column connection.devices holds no JSON list", e);
        }
    }

    private static Device device(JsonNode item) {
        @Nullable String lastSync = item.path("lastSync").textValue();
        return new Device(
                item.path("id").asText(),
                item.path("model").textValue(),
                item.path("type").textValue(),
                item.path("batteryPercent").isInt() ? item.path("batteryPercent").intValue() : null,
                lastSync == null ? null : Instant.parse(lastSync));
    }
}
