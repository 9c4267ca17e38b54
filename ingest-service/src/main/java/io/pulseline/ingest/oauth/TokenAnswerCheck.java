package io.pulseline.ingest.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.common.OidcResponseFilter.OidcResponseFilterContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a token endpoint's answers before the OIDC client does. The client knows no status and
 * puts the whole body, tokens included, into its exception and its debug log; the failure of this
 * check takes that exception's place.
 */
public final class TokenAnswerCheck {
    /** Request property under which the OIDC client tells its own id. */
    private static final String OIDC_CLIENT = "client-id";

    private final String clientId;
    private final Predicate<JsonNode> usable;
    private final Refusing refusing;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * For the answers to one OIDC client.
     *
     * @param usable whether an answer of status 200 holds what is needed
     */
    public TokenAnswerCheck(String clientId, Predicate<JsonNode> usable, Refusing refusing) {
        this.clientId = clientId;
        this.usable = usable;
        this.refusing = refusing;
    }

    /** Makes a refusal of an answer that is none. */
    @FunctionalInterface
    public interface Refusing {
        /**
         * Names it.
         *
         * @param body of which no more than a known word may be told
         */
        TokenRefusal of(OidcResponseFilterContext response, byte[] body);
    }

    /** Lets usable answers and those to other clients pass, and fails for all others. */
    public Uni<Void> check(OidcResponseFilterContext response) {
        boolean ours = clientId.equals(response.requestProperties().getAll().get(OIDC_CLIENT));
        if (!ours) {
            return Uni.createFrom().voidItem();
        }
        byte[] body = bytes(response.responseBody());
        return response.statusCode() == 200 && isUsable(body)
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(refusing.of(response, body));
    }

    private static byte[] bytes(@Nullable Buffer body) {
        return body == null ? new byte[0] : body.getBytes();
    }

    private boolean isUsable(byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            return root != null && usable.test(root);
        } catch (IOException _) {
            return false;
        }
    }
}
