/** What of a request is noted in the audit log, the same in all services; each keeps it its way. */
@NullMarked
package io.pulseline.access.audit;

import org.jspecify.annotations.NullMarked;
