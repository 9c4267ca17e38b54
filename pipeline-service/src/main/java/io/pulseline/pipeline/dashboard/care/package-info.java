/** What a member of the care team sees of those who share with them. */
@NullMarked
package io.pulseline.pipeline.dashboard.care;

import org.jspecify.annotations.NullMarked;
