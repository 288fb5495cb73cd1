package org.decisiongates.sandbox.confluence.rest;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.decisiongates.sandbox.confluence.web.Site;

/** A page of results in Confluence's shape. */
final class Listing {

    private Listing() {
    }

    /** The part of all results that was asked for; only that part is turned into JSON. */
    static <T> ObjectNode of(Site site, String path, List<T> all, Function<T, JsonNode> json, int start, int limit) {
        List<JsonNode> shown = all.stream().skip(start).limit(limit).map(json).toList();
        ObjectNode listing = Call.object();
        listing.putArray("results").addAll(shown);
        listing.put("start", start).put("limit", limit).put("size", shown.size());
        ObjectNode links = listing.putObject("_links").put("base", site.box().baseUrl()).put("context", site.contextPath())
                .put("self", site.box().baseUrl() + path);
        if (start + shown.size() < all.size()) {
            links.put("next", path + "?limit=" + limit + "&start=" + (start + limit));
        }
        return listing;
    }
}
