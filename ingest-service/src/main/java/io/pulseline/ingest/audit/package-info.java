/**
 * Who changed what through this service's API. It keeps no audit log itself: the pipeline service
 * does, and is told by {@code source.audit.v1}.
 */
@NullMarked
package io.pulseline.ingest.audit;

import org.jspecify.annotations.NullMarked;
