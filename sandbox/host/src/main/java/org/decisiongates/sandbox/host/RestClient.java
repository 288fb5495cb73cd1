package org.decisiongates.sandbox.host;

import kong.unirest.core.Unirest;
import kong.unirest.core.UnirestInstance;

/** Speaks to a box over HTTP as scripts do: it follows no redirect, keeps no cookie, and says nothing that its caller does not. */
public final class RestClient {

    private RestClient() {
    }

    /** A client whose paths begin at this address. */
    public static UnirestInstance at(String baseUrl) {
        UnirestInstance client = Unirest.spawnInstance();
        client.config().defaultBaseUrl(baseUrl).followRedirects(false).enableCookieManagement(false).requestCompression(false)
                .connectTimeout(10_000).requestTimeout(60_000);
        return client;
    }
}
