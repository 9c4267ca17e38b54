@org.jspecify.annotations.NullMarked
package io.pulseline.access.audit;
