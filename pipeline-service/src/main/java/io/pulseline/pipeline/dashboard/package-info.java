/**
 * The pages that people see. They only read: what a page changes, the browser sends to the API,
 * which knows whose it is and answers with the field that is wrong. A page is a resource in a room
 * of its own below this one, a checked template in {@code templates/dashboard}, and its texts in
 * {@code texts/en}; it asks {@link Shells} for the {@link Shell} that stands around it.
 */
@NullMarked
package io.pulseline.pipeline.dashboard;

import org.jspecify.annotations.NullMarked;
