/** Who is asking. */
@NullMarked
package io.pulseline.pipeline.login;

import org.jspecify.annotations.NullMarked;
