/** What the documents of all providers have in common, to be cut without touching a byte. */
@NullMarked
package io.pulseline.ingest.document;

import org.jspecify.annotations.NullMarked;
