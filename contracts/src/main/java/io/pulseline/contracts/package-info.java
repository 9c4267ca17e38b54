/** What services and consumers agree on: topics, ids, revisions, hashes, open sets. */
@NullMarked
package io.pulseline.contracts;

import org.jspecify.annotations.NullMarked;
