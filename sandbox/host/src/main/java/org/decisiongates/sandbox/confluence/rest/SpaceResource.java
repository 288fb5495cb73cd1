package org.decisiongates.sandbox.confluence.rest;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.decisiongates.sandbox.confluence.model.PageAddress;
import org.decisiongates.sandbox.confluence.model.PageLine;
import org.decisiongates.sandbox.confluence.model.Permission;
import org.decisiongates.sandbox.confluence.model.Space;
import org.decisiongates.sandbox.confluence.web.Site;

/** {@code /rest/api/space}. */
final class SpaceResource {

    private static final int MAX = 1_000;

    private final Site site;

    SpaceResource(Site site) {
        this.site = site;
    }

    JsonNode list(Call call) throws Failure {
        int start = call.number("start", 0, Integer.MAX_VALUE);
        int limit = call.number("limit", 25, MAX);
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

    /** Administrators create spaces; in this sandbox nobody else is granted anything in them. */
    JsonNode create(Call call) throws Failure, IOException {
        requireAdmin(call);
        JsonNode body = call.body();
        String key = body.path("key").asText("");
        String name = body.path("name").asText("");
        if (!key.matches("[A-Za-z0-9]{1,255}")) {
            throw new Failure(400, "A space key consists of letters and digits, not '" + key + "'.");
        }
        if (name.isBlank()) {
            throw new Failure(400, "A space needs a name.");
        }
        if (site.wiki().spaces().find(key).isPresent()) {
            throw new Failure(400, "A space already exists with key " + key);
        }
        site.wiki().spaces().add(key, name, "");
        return json(site, site.wiki().spaces().find(key).orElseThrow());
    }

    /** Confluence deletes in a task of its own and answers 202; here the space is gone at once. */
    JsonNode delete(Call call, String key) throws Failure {
        requireAdmin(call);
        Space space = site.wiki().space(key, call.caller(), Permission.VIEW)
                .orElseThrow(() -> new Failure(404, "No space with key : " + key));
        for (PageLine line : site.wiki().pages().inSpace(space.key())) {
            site.wiki().pages().find(line.id()).ifPresent(site.wiki().pages()::delete);
        }
        site.wiki().spaces().delete(space);
        return Call.object().put("id", Long.toString(space.id()));
    }

    private void requireAdmin(Call call) throws Failure {
        if (call.caller().filter(site.wiki().people()::isAdmin).isEmpty()) {
            throw new Failure(403, "User not permitted to administer spaces");
        }
    }

    static ObjectNode json(Site site, Space space) {
        ObjectNode json = Call.object();
        json.put("id", space.id()).put("key", space.key()).put("name", space.name()).put("type", "global").put("status", "current");
        json.putObject("_links").put("webui", PageAddress.ofSpace(space.key()))
                .put("self", site.box().baseUrl() + "/rest/api/space/" + space.key());
        return json;
    }
}
