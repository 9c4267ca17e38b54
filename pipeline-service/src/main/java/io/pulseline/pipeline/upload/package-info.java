/**
 * Activities from elsewhere: a user sends a file, and it goes to {@code health.activities.v1} as if
 * a provider had told of it. From there on nothing knows the difference.
 */
@NullMarked
package io.pulseline.pipeline.upload;

import org.jspecify.annotations.NullMarked;
