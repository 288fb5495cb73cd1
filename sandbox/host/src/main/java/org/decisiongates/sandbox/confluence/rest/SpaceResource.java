package org.decisiongates.sandbox.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.decisiongates.sandbox.confluence.model.PageAddress;
import org.decisiongates.sandbox.confluence.model.Permission;
import org.decisiongates.sandbox.confluence.model.Space;
import org.decisiongates.sandbox.confluence.web.Site;

/** {@code /rest/api/space}. */
final class SpaceResource {

    private static final int MOST = 1_000;

    private final Site site;

    SpaceResource(Site site) {
        this.site = site;
    }

    JsonNode list(Call call) throws Failure {
        int start = call.number("start", 0, Integer.MAX_VALUE);
        int limit = call.number("limit", 25, MOST);
        List<String> keys = call.request().getParameterValues("spaceKey") == null ? List.of()
                : List.of(call.request().getParameterValues("spaceKey"));
        List<Space> spaces = site.wiki().spaces().visibleTo(call.caller()).stream()
                .filter(space -> keys.isEmpty() || keys.contains(space.key())).toList();
        return Listing.of(site, "/rest/api/space", spaces, space -> json(site, space), start, limit);
    }

    JsonNode get(Call call, String key) throws Failure {
        Space space = site.wiki().space(key, call.caller(), Permission.VIEW)
                .orElseThrow(() -> new Failure(404, "No space with key : " + key));
        ObjectNode json = json(site, space);
        if (call.expand().stream().anyMatch(part -> part.startsWith("description"))) {
            json.putObject("description").putObject("plain").put("value", space.description()).put("representation", "plain");
        }
        if (call.expand().contains("homepage")) {
            space.homePage().flatMap(site.wiki().pages()::find)
                    .ifPresent(page -> json.set("homepage", ContentJson.of(site, page, call)));
        }
        return json;
    }

    static ObjectNode json(Site site, Space space) {
        ObjectNode json = Call.object();
        json.put("id", space.id()).put("key", space.key()).put("name", space.name()).put("type", "global").put("status", "current");
        json.putObject("_links").put("webui", PageAddress.ofSpace(space.key()))
                .put("self", site.box().baseUrl() + "/rest/api/space/" + space.key());
        return json;
    }
}
