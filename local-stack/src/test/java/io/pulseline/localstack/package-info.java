@NullMarked
package io.pulseline.localstack;

import org.jspecify.annotations.NullMarked;
