/** The running stack, seen from outside: by a user, by Fitbit, by a target, by a consumer. */
@NullMarked
package io.pulseline.acceptance;

import org.jspecify.annotations.NullMarked;
