package io.pulseline.browser;

import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Pulseline;

/**
 * What the user {@code furnished} has: one of everything that pages show.
 *
 * @param connectionId at Google Health
 * @param pipelineId with a webhook that is taken
 * @param runId of a run with heart rate and track, synced
 */
record Furnished(String connectionId, String pipelineId, String runId) {
    static final String USER = "furnished";

    private static final class Shared {
        private static final Furnished ALL = make(BrowserStack.shared());
    }

    /** Made by the first who asks. */
    static Furnished shared() {
        return Shared.ALL;
    }

    private static Furnished make(BrowserStack stack) {
        try (Pulseline api = stack.api(USER);
                Receiver receiver = new Receiver()) {
            Wearer wearer = Wearer.newOne(stack, USER);
            String connection = wearer.connects(api, ProviderSide.GOOGLE_HEALTH);
            String pipeline = Wearer.makesPipeline(api, receiver);
            wearer.finishesRun();
            return new Furnished(connection, pipeline, Wearer.awaitsRun(api, "SYNCED"));
        } catch (Exception e) {
            throw new IllegalStateException("the user " + USER + " could not be furnished", e);
        }
    }
}
