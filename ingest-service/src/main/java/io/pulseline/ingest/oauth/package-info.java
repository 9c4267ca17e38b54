/** Token endpoints of providers, asked through the OIDC client. */
@NullMarked
package io.pulseline.ingest.oauth;

import org.jspecify.annotations.NullMarked;
