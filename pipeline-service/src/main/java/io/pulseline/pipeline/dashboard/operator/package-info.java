/**
 * Pages for operators: how the street stands, dead letters, the audit log; nobody's health data.
 */
@NullMarked
package io.pulseline.pipeline.dashboard.operator;

import org.jspecify.annotations.NullMarked;
