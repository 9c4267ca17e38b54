/** Our own rules for every record: ids, revisions, time, units, columns. Knows no provider. */
@NullMarked
package io.pulseline.normalizer.record;

import org.jspecify.annotations.NullMarked;
