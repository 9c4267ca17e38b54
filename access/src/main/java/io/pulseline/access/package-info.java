/**
 * Who may come in: sessions, challenges, cross-site requests, headers and rates, the same in all
 * services. Settings of Quarkus that go with it are in {@code
 * META-INF/microprofile-config.properties}.
 */
@NullMarked
package io.pulseline.access;

import org.jspecify.annotations.NullMarked;
