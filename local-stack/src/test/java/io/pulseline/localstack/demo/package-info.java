@NullMarked
package io.pulseline.localstack.demo;

import org.jspecify.annotations.NullMarked;
