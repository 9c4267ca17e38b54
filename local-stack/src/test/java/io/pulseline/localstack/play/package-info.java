@NullMarked
package io.pulseline.localstack.play;

import org.jspecify.annotations.NullMarked;
