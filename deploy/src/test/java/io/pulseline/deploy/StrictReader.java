package io.pulseline.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads an object the way Kubernetes would: unknown and missing fields, wrong types and bad
 * quantities are problems. It sees no values out of range and no references that lead nowhere.
 */
final class StrictReader {
    private static final Gson GSON = JSON.getGson();

    private StrictReader() {}

    /** What is wrong with it; empty if nothing is. */
    static List<String> problems(Manifest manifest) {
        String apiVersion = Manifest.text(manifest.content(), "apiVersion");
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        Class<?> type =
                ModelMapper.getApiTypeClass(
                        group, apiVersion.substring(slash + 1), manifest.kind());
        if (type == null) {
            return List.of(apiVersion + " has no " + manifest.kind());
        }
        try {
            validate(type, manifest.content());
            JsonElement again = GSON.toJsonTree(GSON.fromJson(manifest.content(), type));
            List<String> lost = new ArrayList<>();
            compare("", manifest.content(), again, lost);
            return lost;
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The generated model classes share no interface for their check. */
    private static void validate(Class<?> type, JsonElement content) {
        try {
            Method check = type.getMethod("validateJsonElement", JsonElement.class);
            check.invoke(null, content);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(String.valueOf(e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be asked", e);
        }
    }

    /** Adds every scalar of {@code written} that {@code read} has not, or has as another type. */
    private static void compare(
            String path, JsonElement written, JsonElement read, List<String> lost) {
        if (written.isJsonObject() && read.isJsonObject()) {
            for (Map.Entry<String, JsonElement> member : written.getAsJsonObject().entrySet()) {
                String place = path + "/" + member.getKey();
                JsonElement there = read.getAsJsonObject().get(member.getKey());
                if (there == null) {
                    lost.add(place + " is unknown");
                } else {
                    compare(place, member.getValue(), there, lost);
                }
            }
        } else if (written.isJsonArray()
                && read.isJsonArray()
                && written.getAsJsonArray().size() == read.getAsJsonArray().size()) {
            for (int i = 0; i < written.getAsJsonArray().size(); i++) {
                compare(
                        path + "/" + i,
                        written.getAsJsonArray().get(i),
                        read.getAsJsonArray().get(i),
                        lost);
            }
        } else if (!written.toString().equals(read.toString())) {
            lost.add(path + " is written " + written + " and read " + read);
        }
    }
}
