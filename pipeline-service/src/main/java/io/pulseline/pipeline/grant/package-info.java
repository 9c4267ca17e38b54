/** What users allowed us to do at the places of targets: the way there and back, and tokens. */
@NullMarked
package io.pulseline.pipeline.grant;

import org.jspecify.annotations.NullMarked;
