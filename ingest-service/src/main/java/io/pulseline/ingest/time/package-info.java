/**
 * What time it is: the system's clock, or in the local stack the simulator's. Everything that
 * decides by time is handed a {@link java.time.Clock} or an instant; nothing calls {@code now()}.
 */
@NullMarked
package io.pulseline.ingest.time;

import org.jspecify.annotations.NullMarked;
