/** The first page: what came, what needs somebody, what is under way. */
@NullMarked
package io.pulseline.pipeline.dashboard.home;

import org.jspecify.annotations.NullMarked;
