/** Tests of grants. */
@NullMarked
package io.pulseline.pipeline.grant;

import org.jspecify.annotations.NullMarked;
