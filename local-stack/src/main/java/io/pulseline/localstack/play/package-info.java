/**
 * The play: simulated people live for days while time is moved on in steps, and what arrives on the
 * topics is compared with the simulator's truth.
 */
@NullMarked
package io.pulseline.localstack.play;

import org.jspecify.annotations.NullMarked;
