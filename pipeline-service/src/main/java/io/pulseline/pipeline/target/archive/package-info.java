/** Results as files, in a directory of the operator or in an S3-compatible store of the user. */
@NullMarked
package io.pulseline.pipeline.target.archive;

import org.jspecify.annotations.NullMarked;
