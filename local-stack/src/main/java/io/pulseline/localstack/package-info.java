/** The whole of Pulseline on one machine: its commands, and the stack they start and stop. */
@NullMarked
package io.pulseline.localstack;

import org.jspecify.annotations.NullMarked;
