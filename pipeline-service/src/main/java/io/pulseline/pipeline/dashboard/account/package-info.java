/**
 * What belongs to a person and to no pipeline: how they read, who may read, taking along, erasing.
 */
@NullMarked
package io.pulseline.pipeline.dashboard.account;

import org.jspecify.annotations.NullMarked;
