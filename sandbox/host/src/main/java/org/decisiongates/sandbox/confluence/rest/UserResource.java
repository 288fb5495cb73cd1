package org.decisiongates.sandbox.confluence.rest;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.decisiongates.sandbox.confluence.web.Site;
import org.decisiongates.sandbox.host.SandboxPrincipal;

/** {@code /rest/api/user}. */
final class UserResource {

    private final Site site;

    UserResource(Site site) {
        this.site = site;
    }

    JsonNode current(Call call) {
        if (call.caller().isEmpty()) {
            return Call.object().put("type", "anonymous").put("displayName", "Anonymous");
        }
        return json(site, call.caller().get());
    }

    static ObjectNode json(Site site, String key) {
        Optional<SandboxPrincipal> person = site.wiki().people().byKey(key);
        if (person.isEmpty()) {
            return Call.object().put("type", "unknown").put("userKey", key).put("displayName", "Unknown User");
        }
        ObjectNode json = Call.object().put("type", "known").put("username", person.get().name()).put("userKey", key)
                .put("displayName", person.get().displayName());
        json.putObject("_links").put("self", site.box().baseUrl() + "/rest/api/user?key=" + key);
        return json;
    }
}
