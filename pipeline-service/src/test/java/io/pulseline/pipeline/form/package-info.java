@NullMarked
package io.pulseline.pipeline.form;

import org.jspecify.annotations.NullMarked;
