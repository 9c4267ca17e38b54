/**
 * Stored payloads once more through the present mapping: what would change, and on request the
 * change itself. A command, not a part of the running service.
 */
@NullMarked
package io.pulseline.normalizer.replay;

import org.jspecify.annotations.NullMarked;
