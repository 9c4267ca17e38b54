/** Tests of who may come in. */
package io.pulseline.access;
