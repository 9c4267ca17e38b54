@NullMarked
package io.pulseline.testing;

import org.jspecify.annotations.NullMarked;
