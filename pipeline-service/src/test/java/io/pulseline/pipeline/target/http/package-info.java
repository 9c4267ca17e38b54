@NullMarked
package io.pulseline.pipeline.target.http;

import org.jspecify.annotations.NullMarked;
