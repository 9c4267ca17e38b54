package io.pulseline.pipeline.token;

import io.pulseline.pipeline.Street;
import java.util.List;
import java.util.Map;

/** Tokens of one user in a test. */
record OwnTokens(Street of) implements AutoCloseable {
    /** What is sent as a bearer token. */
    String make(List<String> scopes) {
        return of.asks()
                .body(Map.of("name", "Of a test", "scopes", scopes))
                .post("/api/me/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    /** Removes all. */
    @Override
    public void close() {
        List<String> ids = of.asks().get("/api/me/tokens").jsonPath().getList("tokenId");
        ids.forEach(id -> of.asks().delete("/api/me/tokens/" + id).then().statusCode(204));
        of.close();
    }
}
