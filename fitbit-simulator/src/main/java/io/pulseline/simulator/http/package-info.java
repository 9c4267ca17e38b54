/** Plumbing between the JDK's HTTP server and the rooms. */
@NullMarked
package io.pulseline.simulator.http;

import org.jspecify.annotations.NullMarked;
