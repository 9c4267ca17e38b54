/** Child processes: started, found again by pid file, stopped. */
@NullMarked
package io.pulseline.localstack.process;

import org.jspecify.annotations.NullMarked;
