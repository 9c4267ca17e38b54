package io.pulseline.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.ConnectionChanged;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;

/** What ingest tells of connections, for tests. */
public final class ToldConnections {
    private ToldConnections() {}

    /** The sample of the contracts, as a connection of this user that no other test knows. */
    public static ConnectionChanged sample(UUID user) {
        try (InputStream json =
                ConnectionChanged.class.getResourceAsStream("/samples/ConnectionChanged.json")) {
            ConnectionChanged sample =
                    RecordJson.read(
                            new ObjectMapper().readTree(Objects.requireNonNull(json)),
                            ConnectionChanged.class);
            sample.setConnectionId(UUID.randomUUID().toString());
            sample.setUser(user.toString());
            return sample;
        } catch (IOException e) {
            throw new UncheckedIOException("sample cannot be read", e);
        }
    }
}
