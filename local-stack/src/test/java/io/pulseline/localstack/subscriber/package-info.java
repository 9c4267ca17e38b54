@NullMarked
package io.pulseline.localstack.subscriber;

import org.jspecify.annotations.NullMarked;
