package io.pulseline.ingest.googlehealth;

import io.pulseline.ingest.connection.ProviderAnswer;

/** The Google Health API as those see it who ask on the account of a connection. Blocks. */
interface GoogleApi {
    /**
     * Asks for a document.
     *
     * @param path path and query under the API's base address
     */
    ProviderAnswer<GoogleDocument> get(String accessToken, String path);

    /**
     * Asks for another page of a document.
     *
     * @param path of the first page, with a query
     */
    ProviderAnswer<GoogleDocument> page(String accessToken, String path, String pageToken);

    /** Asks with a document; nothing is changed at Google by it. */
    ProviderAnswer<GoogleDocument> post(String accessToken, String path, String json);
}
