/** Tests of tokens. */
@NullMarked
package io.pulseline.pipeline.token;

import org.jspecify.annotations.NullMarked;
