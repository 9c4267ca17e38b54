package io.pulseline.pipeline.run;

import java.util.UUID;

/**
 * A run that is ours to work on.
 *
 * @param attempts claims of this revision so far, this one included
 */
record ClaimedRun(
        UUID id,
        UUID pipelineId,
        UUID user,
        UUID recordId,
        long revision,
        String owner,
        int attempts) {}
