package org.decisiongates.sandbox.confluence.web;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.dao.DataIntegrityViolationException;

import org.decisiongates.sandbox.confluence.link.ApprovalPage;
import org.decisiongates.sandbox.confluence.link.Link;
import org.decisiongates.sandbox.confluence.link.Links;

/** Administers the application links, so that every state a macro can meet is a click away; and lets readers approve one. */
final class LinkAdministration {

    private final Site site;
    private final Links links;

    LinkAdministration(Site site) {
        this.site = site;
        this.links = site.links();
    }

    void list(Exchange exchange) throws IOException {
        if (!exchange.isAdministrator()) {
            exchange.forbidden("Only a Confluence administrator may configure application links.");
            return;
        }
        show(exchange, 200, "");
    }

    void change(Exchange exchange) throws IOException {
        if (!exchange.isAdministrator()) {
            exchange.forbidden("Only a Confluence administrator may configure application links.");
            return;
        }
        List<String> errors = new ArrayList<>();
        String id = exchange.text("id");
        switch (exchange.text("do")) {
            case "add" -> add(exchange, errors);
            case "primary" -> links.makePrimary(id);
            case "remove" -> links.remove(id);
            case "withdraw" -> links.withdrawApprovals(id);
            case "mode" -> setMode(exchange, errors);
            default -> errors.add("Unknown action \"" + exchange.text("do") + "\". Use the buttons of this page.");
        }
        if (errors.isEmpty()) {
            exchange.redirect("/admin/applinks");
        } else {
            show(exchange, 400, errors.get(0));
        }
    }

    void ask(Exchange exchange) throws IOException {
        Optional<Link> link = links.find(exchange.text("applicationLinkID"));
        if (link.isEmpty() || exchange.viewer().isEmpty()) {
            exchange.missing();
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("link", link.get());
        model.put("action", ApprovalPage.PATH);
        model.put("callback", exchange.text("redirectUrl"));
        model.put("done", links.hasApproved(link.get().id(), exchange.viewer().get()));
        exchange.show("Authorise", "approval", model);
    }

    void approve(Exchange exchange) throws IOException {
        Optional<Link> link = links.find(exchange.text("applicationLinkID"));
        if (link.isEmpty() || exchange.viewer().isEmpty()) {
            exchange.missing();
            return;
        }
        links.approve(link.get().id(), exchange.viewer().get());
        String callback = exchange.text("redirectUrl");
        String home = site.box().baseUrl();
        if (callback.startsWith(home + "/") && Exchange.isLocal(callback.substring(home.length()))) {
            exchange.redirect(callback.substring(home.length()));
        } else {
            exchange.redirect(ApprovalPage.PATH + "?applicationLinkID=" + link.get().id());
        }
    }

    private void add(Exchange exchange, List<String> errors) {
        String name = exchange.text("name").strip();
        String url = exchange.text("url").strip();
        if (name.isEmpty() || name.length() > 100) {
            errors.add("A link needs a name of at most 100 characters.");
        } else if (!url.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?") || url.length() > 1000) {
            errors.add("\"" + url + "\" is not an address such as http://localhost:2990/jira.");
        } else {
            try {
                links.put(name, URI.create(url));
            } catch (IllegalArgumentException | DataIntegrityViolationException e) {
                errors.add("\"" + url + "\" could not be stored as a link: " + e.getMessage());
            }
        }
    }

    private void setMode(Exchange exchange, List<String> errors) {
        for (Link.Mode mode : Link.Mode.values()) {
            if (mode.name().equals(exchange.text("mode"))) {
                links.setMode(exchange.text("id"), mode);
                return;
            }
        }
        errors.add("Unknown mode \"" + exchange.text("mode") + "\".");
    }

    private void show(Exchange exchange, int status, String error) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("links", links.all());
        model.put("modes", List.of(Link.Mode.values()));
        model.put("error", error);
        exchange.show(status, "Application Links", "applinks", model);
    }
}
