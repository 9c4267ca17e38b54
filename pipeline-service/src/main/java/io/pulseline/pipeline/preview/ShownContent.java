package io.pulseline.pipeline.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a target would be sent, as far as it can be shown.
 *
 * @param content JSON where it is that, else a text; null if it is not shown
 * @param reason why it is not shown; null if it is
 */
record ShownContent(@Nullable JsonNode content, @Nullable String reason) {
    /** 256 kB; a preview may have ten of them. */
    static final int MOST_BYTES = 256 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    static ShownContent of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new ShownContent(
                    null, "not shown: " + bytes.length + " bytes are more than " + MOST_BYTES);
        }
        try {
            return new ShownContent(JSON.readTree(bytes), null);
        } catch (IOException _) {
            return ofText(bytes);
        }
    }

    private static ShownContent ofText(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new ShownContent(TextNode.valueOf(text), null);
        } catch (CharacterCodingException _) {
            return new ShownContent(null, "not shown: it is no text");
        }
    }
}
