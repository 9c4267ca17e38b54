package io.pulseline.ingest.sync;

/**
 * Bytes that have another shape than the provider documents.
 *
 * @param part the bytes, whole, with where they came from
 * @param reason for operators; never quotes the bytes
 */
public record Unreadable(ReadPart part, String reason) {}
