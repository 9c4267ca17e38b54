package io.pulseline.simulator.control;

/**
 * Where the simulator is found.
 *
 * @param apiUrl base of the Fitbit calls, for servers
 * @param authorizeUrl the page for browsers
 * @param receiverUrl a receiver's name is appended with a slash
 */
public record Addresses(String apiUrl, String authorizeUrl, String receiverUrl, String clientId) {}
