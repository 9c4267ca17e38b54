package io.pulseline.ingest.connection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person has just connected, as the page after it tells.
 *
 * @param devices the paired ones
 * @param notGranted what was asked for and not allowed, as people say it
 * @param remarks what else is to be known, in sentences
 * @param notice what people must know of the data
 */
record ConnectedAccount(
        UUID connectionId,
        List<Wearable> devices,
        List<String> notGranted,
        List<String> remarks,
        String notice) {

    /**
     * A paired device and what it measures.
     *
     * @param measures null if its model is not known
     */
    record Wearable(String model, @Nullable List<String> measures) {
        String sentence() {
            if (measures == null) {
                return model + ": we do not know what this model measures.";
            }
            if (measures.isEmpty()) {
                return model + ": measures none of the six health metrics.";
            }
            return model + ": " + String.join(", ", measures).replace('-', ' ') + ".";
        }
    }

    static ConnectedAccount of(ConsentProvider provider, Connection connection) {
        TreeSet<String> notGranted = new TreeSet<>(provider.wantedScopes().keySet());
        notGranted.removeAll(connection.grantedScopes());
        return new ConnectedAccount(
                connection.id(),
                connection.devices().stream().map(device -> wearable(provider, device)).toList(),
                notGranted.stream().map(provider::nameOf).toList(),
                connection.conditions().stream().map(Condition::message).toList(),
                provider.notice());
    }

    private static Wearable wearable(ConsentProvider provider, Device device) {
        String model = device.model();
        return model == null
                ? new Wearable("A device without a name", null)
                : new Wearable(model, provider.measuredBy(model).orElse(null));
    }

    String html() {
        StringBuilder html = new StringBuilder("<h2>Your devices</h2>\n");
        if (devices.isEmpty()) {
            html.append(Html.paragraph("No paired device is known to us."));
        } else {
            html.append(list(devices.stream().map(Wearable::sentence).toList()));
        }
        if (!notGranted.isEmpty()) {
            html.append("<h2>What you did not allow</h2>\n").append(list(notGranted));
        }
        remarks.forEach(remark -> html.append(Html.paragraph(remark)));
        return html.append("<p role=\"note\">")
                .append(Html.text(notice))
                .append("</p>\n")
                .toString();
    }

    private static String list(List<String> items) {
        StringBuilder list = new StringBuilder("<ul>\n");
        items.forEach(item -> list.append("<li>").append(Html.text(item)).append("</li>\n"));
        return list.append("</ul>\n").toString();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("connectionId", connectionId.toString());
        json.put("devices", devices);
        json.put("notGranted", notGranted);
        json.put("remarks", remarks);
        json.put("notice", notice);
        return json;
    }
}
