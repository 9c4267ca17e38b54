/**
 * Erases everything about a person: asked twice, then done by a durable job, told to everybody on
 * {@code source.users.v1}, and remembered as an id and a time, so that what was captured before is
 * not taken again.
 */
@NullMarked
package io.pulseline.pipeline.erasure;

import org.jspecify.annotations.NullMarked;
