/** {@code subscriber}: where Google tells that there is new data. */
@NullMarked
package io.pulseline.localstack.subscriber;

import org.jspecify.annotations.NullMarked;
