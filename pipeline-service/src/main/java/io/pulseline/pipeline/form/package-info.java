/** Reading what users send: typed answers, and complaints that name the field. */
@NullMarked
package io.pulseline.pipeline.form;

import org.jspecify.annotations.NullMarked;
