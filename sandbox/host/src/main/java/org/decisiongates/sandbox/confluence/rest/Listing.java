package org.decisiongates.sandbox.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.decisiongates.sandbox.confluence.web.Site;

/** A page of results in Confluence's shape. */
final class Listing {

    private Listing() {
    }

    static ObjectNode of(Site site, String path, List<JsonNode> all, int start, int limit) {
        List<JsonNode> shown = all.stream().skip(start).limit(limit).toList();
        ObjectNode json = Call.object();
        json.putArray("results").addAll(shown);
        json.put("start", start).put("limit", limit).put("size", shown.size());
        ObjectNode links = json.putObject("_links").put("base", site.box().baseUrl()).put("context", site.contextPath())
                .put("self", site.box().baseUrl() + path);
        if (start + shown.size() < all.size()) {
            links.put("next", path + "?limit=" + limit + "&start=" + (start + limit));
        }
        return json;
    }
}
