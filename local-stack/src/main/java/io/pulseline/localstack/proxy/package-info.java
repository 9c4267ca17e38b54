/** One origin for the browser. */
@NullMarked
package io.pulseline.localstack.proxy;

import org.jspecify.annotations.NullMarked;
