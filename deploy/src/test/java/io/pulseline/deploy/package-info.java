/** Checks what is deployed, without a cluster and without a container engine. */
@NullMarked
package io.pulseline.deploy;

import org.jspecify.annotations.NullMarked;
