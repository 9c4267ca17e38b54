@NullMarked
package io.pulseline.localstack.process;

import org.jspecify.annotations.NullMarked;
