/** Topics, schemas and the encryption keyset: what must exist before a service works. */
@NullMarked
package io.pulseline.localstack.setup;

import org.jspecify.annotations.NullMarked;
