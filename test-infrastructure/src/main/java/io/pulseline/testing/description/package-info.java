/** What the OpenAPI document of every service must say. */
@NullMarked
package io.pulseline.testing.description;

import org.jspecify.annotations.NullMarked;
