/** The schema registry as a process. */
@NullMarked
package io.pulseline.localstack.registry;

import org.jspecify.annotations.NullMarked;
