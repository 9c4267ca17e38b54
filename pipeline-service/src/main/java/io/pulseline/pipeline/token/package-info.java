/** Tokens with which programs use the API in a user's name, and what each of them may do. */
@NullMarked
package io.pulseline.pipeline.token;

import org.jspecify.annotations.NullMarked;
