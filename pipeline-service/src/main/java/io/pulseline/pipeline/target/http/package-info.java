/** HTTP calls to targets: addresses checked, sizes and times bounded. */
@NullMarked
package io.pulseline.pipeline.target.http;

import org.jspecify.annotations.NullMarked;
