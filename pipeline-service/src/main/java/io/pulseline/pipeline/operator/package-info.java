/** What operators see and decide: how the street stands, and what to do with dead letters. */
@NullMarked
package io.pulseline.pipeline.operator;

import org.jspecify.annotations.NullMarked;
