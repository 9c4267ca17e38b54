package io.pulseline.pipeline.dashboard.pipelines;

import java.util.ArrayList;
import java.util.List;

/** What the catalogue says of something, in pieces: what stands between backticks is code. */
public record Help(List<Piece> pieces) {
    public Help {
        pieces = List.copyOf(pieces);
    }

    /** A piece of it. */
    public record Piece(String text, boolean code) {}

    static Help of(String description) {
        List<Piece> pieces = new ArrayList<>();
        boolean code = false;
        for (String text : description.split("`", -1)) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text, code));
            }
            code = !code;
        }
        return new Help(pieces);
    }

    /** True where there is nothing to say. */
    public boolean isEmpty() {
        return pieces.isEmpty();
    }
}
