/** The demo: one simulated user, one workout, the whole street, each step timed and checked. */
@NullMarked
package io.pulseline.localstack.demo;

import org.jspecify.annotations.NullMarked;
