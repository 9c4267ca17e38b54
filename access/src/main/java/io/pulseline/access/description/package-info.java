/**
 * What the OpenAPI documents of all services have in common: one shape of errors, one way of
 * paging, and the invented people of the examples.
 */
@NullMarked
package io.pulseline.access.description;

import org.jspecify.annotations.NullMarked;
