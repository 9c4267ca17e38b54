/** The pages in a real browser, as the people see them who use them. */
@NullMarked
package io.pulseline.browser;

import org.jspecify.annotations.NullMarked;
