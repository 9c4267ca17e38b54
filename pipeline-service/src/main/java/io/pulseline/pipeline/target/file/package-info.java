/** Files that other programs read: FIT, TCX and GPX of activities, tables of metrics. */
@NullMarked
package io.pulseline.pipeline.target.file;

import org.jspecify.annotations.NullMarked;
