package io.pulseline.pipeline.target.intervals;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCall;
import io.pulseline.pipeline.target.http.HttpCaller;
import io.pulseline.pipeline.target.http.Multipart;
import java.net.URI;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.Base64;

/** The calls to intervals.icu (fact sheet section 3). */
final class IntervalsApi {
    private static final String JSON_TYPE = "application/json";

    private final HttpCaller http;
    private final String base;

    IntervalsApi(HttpCaller http, URI base) {
        this.http = http;
        this.base = base.toString().replaceAll("/+$", "");
    }

    /**
     * Whose data it is, and what opens the door.
     *
     * @param athlete the place's id, {@code 0} for the owner of the key
     * @param key goes into the password; the user is always the text {@code API_KEY}
     */
    record Door(String athlete, String key) {
        private String authorization() {
            return "Basic "
                    + Base64.getEncoder().encodeToString(("API_KEY:" + key).getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return "Door[" + athlete + "]";
        }
    }

    HttpAnswer athlete(Door door) {
        return call(door, HttpCall.get(uri(athletePath(door))));
    }

    /** Anything but a multipart form is answered with 308. */
    HttpAnswer upload(Door door, Letter letter) {
        Multipart form =
                Multipart.form()
                        .file(
                                "file",
                                letter.externalId() + ".fit",
                                "application/octet-stream",
                                letter.fit());
        String query =
                "?name=" + encoded(letter.name()) + "&external_id=" + encoded(letter.externalId());
        URI address = uri(athletePath(door) + "/activities" + query);
        return call(door, HttpCall.post(address, form.contentType(), form.bytes()));
    }

    /** Activities that began on these local dates, both included. */
    HttpAnswer activities(Door door, LocalDate oldest, LocalDate newest) {
        String query = "?oldest=" + oldest + "&newest=" + newest;
        return call(door, HttpCall.get(uri(athletePath(door) + "/activities" + query)));
    }

    HttpAnswer change(Door door, String activityId, JsonNode fields) {
        return put(door, "/activity/" + activityId, fields);
    }

    HttpAnswer delete(Door door, String activityId) {
        return call(door, HttpCall.delete(uri("/activity/" + activityId)));
    }

    /**
     * Changes these fields of the day and no others.
     *
     * @param date {@code yyyy-MM-dd}
     */
    HttpAnswer wellness(Door door, String date, JsonNode fields) {
        return put(door, athletePath(door) + "/wellness/" + date, fields);
    }

    private HttpAnswer put(Door door, String path, JsonNode fields) {
        return call(door, HttpCall.put(uri(path), JSON_TYPE, fields.toString().getBytes(UTF_8)));
    }

    private HttpAnswer call(Door door, HttpCall call) {
        return http.call(
                call.fromOperator()
                        .header("Authorization", door.authorization())
                        .header("Accept", JSON_TYPE)
                        .header("User-Agent", "Pulseline"));
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }

    private static String athletePath(Door door) {
        return "/athlete/" + door.athlete();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
