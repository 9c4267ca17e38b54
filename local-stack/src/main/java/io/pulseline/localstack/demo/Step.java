package io.pulseline.localstack.demo;

import java.time.Duration;

/**
 * One step of the demo that has ended.
 *
 * @param number from 1
 * @param name what should come true
 * @param passed whether it did
 * @param elapsed how long it took
 * @param detail what was seen, or why it failed
 */
record Step(int number, String name, boolean passed, Duration elapsed, String detail) {}
