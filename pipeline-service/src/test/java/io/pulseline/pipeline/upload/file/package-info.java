@NullMarked
package io.pulseline.pipeline.upload.file;

import org.jspecify.annotations.NullMarked;
