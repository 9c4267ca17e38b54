/**
 * How the users' connections at providers are, as ingest tells of them; nothing is changed here.
 */
@NullMarked
package io.pulseline.pipeline.connection;

import org.jspecify.annotations.NullMarked;
