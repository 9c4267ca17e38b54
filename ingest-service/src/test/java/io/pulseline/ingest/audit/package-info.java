/** Tests of what is told of changes. */
@NullMarked
package io.pulseline.ingest.audit;

import org.jspecify.annotations.NullMarked;
