package org.decisiongates.sandbox.confluence.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.sandbox.confluence.blueprint.Blueprint;
import org.decisiongates.sandbox.confluence.model.Permission;
import org.decisiongates.sandbox.confluence.model.Space;

/** Asks what a new page shall begin with. */
final class CreateDialog {

    private final Site site;

    CreateDialog(Site site) {
        this.site = site;
    }

    void show(Exchange exchange) throws IOException {
        Optional<Space> space = site.wiki().space(exchange.text("spaceKey"), exchange.viewer(), Permission.EDIT);
        if (space.isEmpty() || exchange.viewer().isEmpty()) {
            exchange.missing();
            return;
        }
        List<Blueprint> blueprints = site.blueprints().offered();
        Map<String, Object> model = new HashMap<>();
        model.put("space", space.get());
        model.put("blueprints", blueprints);
        exchange.id("fromPageId").ifPresent(id -> model.put("fromPageId", id));
        exchange.show("Create", "create", model);
    }
}
