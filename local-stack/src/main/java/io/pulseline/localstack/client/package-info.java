/** What a script outside does: it calls Pulseline as a user would, and the simulator's controls. */
@NullMarked
package io.pulseline.localstack.client;

import org.jspecify.annotations.NullMarked;
