package org.decisiongates.sandbox.confluence.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;

import org.decisiongates.sandbox.confluence.model.Page;
import org.decisiongates.sandbox.confluence.model.PageAddress;
import org.decisiongates.sandbox.confluence.model.Permission;
import org.decisiongates.sandbox.confluence.model.Space;
import org.decisiongates.sandbox.confluence.model.Wiki;

/** Shows what is written: the dashboard, spaces, pages, their history and their exports. */
final class PageScreens {

    private final Site site;
    private final Wiki wiki;

    PageScreens(Site site) {
        this.site = site;
        this.wiki = site.wiki();
    }

    /** A page in a list of pages. */
    public record Recent(String title, String path, String space, String author, String day) {
    }

    /** A version in a page's history. */
    public record Version(int number, String path, String day, String author, String comment) {
    }

    void dashboard(Exchange exchange) throws IOException {
        List<Space> spaces = wiki.spaces().visibleTo(exchange.viewer());
        if (spaces.isEmpty() && exchange.viewer().isEmpty()) {
            exchange.missing();
            return;
        }
        List<String> visible = spaces.stream().map(Space::key).toList();
        List<Recent> recent = wiki.pages().latest(20).stream().filter(page -> visible.contains(page.spaceKey()))
                .map(page -> new Recent(page.title(), PageAddress.of(page), page.spaceKey(), wiki.people().displayName(page.author()),
                        Dates.day(page.updated())))
                .toList();
        exchange.show("Dashboard", "dashboard", Map.of("spaces", spaces, "recent", recent));
    }

    void space(Exchange exchange) throws IOException {
        show(exchange, exchange.text("key"));
    }

    void display(Exchange exchange) throws IOException {
        String[] parts = exchange.path().substring("/display/".length()).split("/", 2);
        if (parts.length == 1 || parts[1].isEmpty()) {
            show(exchange, parts[0]);
            return;
        }
        // In these addresses a plus is a blank, as in a query; the container leaves it alone in a path.
        Optional<Page> page = wiki.page(parts[0], parts[1].replace('+', ' '), exchange.viewer());
        if (page.isEmpty()) {
            exchange.missing();
            return;
        }
        show(exchange, page.get(), true);
    }

    void page(Exchange exchange) throws IOException {
        Optional<Page> now = visible(exchange);
        Optional<Page> page = exchange.id("pageVersion").isEmpty() ? now
                : now.flatMap(current -> wiki.pages().find(current.id(), exchange.id("pageVersion").get().intValue()));
        if (page.isEmpty()) {
            exchange.missing();
            return;
        }
        show(exchange, page.get(), page.get().version() == now.get().version());
    }

    void history(Exchange exchange) throws IOException {
        Optional<Page> page = visible(exchange);
        if (page.isEmpty()) {
            exchange.missing();
            return;
        }
        List<Version> versions = wiki.pages().versions(page.get().id()).stream().map(version -> new Version(version.version(),
                "/pages/viewpage.action?pageId=" + version.id() + "&pageVersion=" + version.version(), Dates.minute(version.updated()),
                wiki.people().displayName(version.author()), version.comment())).toList();
        Map<String, Object> model = frame(exchange, page.get());
        model.put("versions", versions);
        exchange.show("Page History", "history", model);
    }

    void pdf(Exchange exchange) throws IOException {
        export(exchange, ConversionContextOutputType.PDF, "text/html;charset=UTF-8");
    }

    void word(Exchange exchange) throws IOException {
        export(exchange, ConversionContextOutputType.WORD, "application/msword;charset=UTF-8");
    }

    private void show(Exchange exchange, String spaceKey) throws IOException {
        Optional<Space> space = wiki.space(spaceKey, exchange.viewer(), Permission.VIEW);
        if (space.isEmpty()) {
            exchange.missing();
            return;
        }
        Optional<Page> home = space.get().homePage().flatMap(wiki.pages()::find);
        if (home.isPresent()) {
            show(exchange, home.get(), true);
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("sidebar", Sidebar.of(wiki, space.get(), exchange.viewer(), Optional.empty()));
        model.put("heading", space.get().name());
        model.put("text", "This space has no home page yet.");
        exchange.show(space.get().name(), "message", model);
    }

    private void show(Exchange exchange, Page page, boolean current) throws IOException {
        site.box().webResources().requireContext("main");
        site.box().webResources().requireContext("viewcontent");
        site.box().webResources().requireContext("page");
        Map<String, Object> model = frame(exchange, page);
        model.put("current", current);
        model.put("pageItems", site.box().fragments().items("system.content.action/primary", Map.of("page", page)));
        model.put("mayEdit", current && wiki.spaces().may(exchange.viewer(), Permission.EDIT, page.spaceKey()));
        model.put("creator", wiki.people().displayName(page.creator()));
        model.put("author", wiki.people().displayName(page.author()));
        model.put("updated", Dates.day(page.updated()));
        model.put("bodyHtml", site.onSite().render(page, ConversionContextOutputType.DISPLAY, exchange.viewer()));
        exchange.show(page.title(), "page", model);
    }

    private Map<String, Object> frame(Exchange exchange, Page page) {
        Space space = wiki.spaces().find(page.spaceKey()).orElseThrow();
        Map<String, Object> model = new HashMap<>();
        model.put("sidebar", Sidebar.of(wiki, space, exchange.viewer(), Optional.of(page.id())));
        model.put("space", space);
        model.put("content", page);
        model.put("pagePath", PageAddress.of(page));
        model.put("parents", page.parent().flatMap(wiki.pages()::find)
                .map(parent -> List.of(new Recent(parent.title(), PageAddress.of(parent), "", "", ""))).orElse(List.of()));
        return model;
    }

    private void export(Exchange exchange, ConversionContextOutputType output, String type) throws IOException {
        Optional<Page> page = visible(exchange);
        if (page.isEmpty()) {
            exchange.missing();
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("content", page.get());
        model.put("printed", output == ConversionContextOutputType.PDF);
        model.put("author", wiki.people().displayName(page.get().author()));
        model.put("updated", Dates.day(page.get().updated()));
        model.put("address", site.box().baseUrl() + PageAddress.of(page.get()));
        model.put("bodyHtml", site.offSite().render(page.get(), output, exchange.viewer()));
        if (output == ConversionContextOutputType.WORD) {
            exchange.response().setHeader("Content-Disposition", "attachment; filename=\"page-" + page.get().id() + ".doc\"");
        }
        exchange.send(200, type, exchange.render("export", model));
    }

    private Optional<Page> visible(Exchange exchange) {
        return exchange.id("pageId").flatMap(id -> wiki.page(id, exchange.viewer(), Permission.VIEW));
    }
}
