@NullMarked
package io.pulseline.localstack.setup;

import org.jspecify.annotations.NullMarked;
