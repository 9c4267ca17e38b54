@NullMarked
package io.pulseline.pipeline.setting;

import org.jspecify.annotations.NullMarked;
