/**
 * Benchmarks of the room of the same name: its classes are its own business, and nobody else needs
 * them to be public.
 */
@NullMarked
package io.pulseline.pipeline.run;

import org.jspecify.annotations.NullMarked;
