/** What pipelines can be made of, for people and for the programs that show it to them. */
@NullMarked
package io.pulseline.pipeline.catalogue;

import org.jspecify.annotations.NullMarked;
