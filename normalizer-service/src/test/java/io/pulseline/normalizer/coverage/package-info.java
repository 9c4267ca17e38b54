/** Which provider gives which field: found out with the real mappers, written for people. */
@NullMarked
package io.pulseline.normalizer.coverage;

import org.jspecify.annotations.NullMarked;
