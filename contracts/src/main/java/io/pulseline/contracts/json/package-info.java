/** Records as our JSON: Avro field names, no union wrappers. */
@NullMarked
package io.pulseline.contracts.json;

import org.jspecify.annotations.NullMarked;
