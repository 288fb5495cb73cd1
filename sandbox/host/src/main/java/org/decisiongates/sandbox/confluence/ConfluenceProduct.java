package org.decisiongates.sandbox.confluence;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.confluence.core.ContentEntityManager;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import org.springframework.transaction.support.TransactionTemplate;

import org.decisiongates.sandbox.confluence.blueprint.Blueprints;
import org.decisiongates.sandbox.confluence.link.ApprovalPage;
import org.decisiongates.sandbox.confluence.link.Links;
import org.decisiongates.sandbox.confluence.link.SandboxApplicationLinks;
import org.decisiongates.sandbox.confluence.macro.MacroLibrary;
import org.decisiongates.sandbox.confluence.macro.PageRenderer;
import org.decisiongates.sandbox.confluence.model.Refused;
import org.decisiongates.sandbox.confluence.model.Sample;
import org.decisiongates.sandbox.confluence.model.Wiki;
import org.decisiongates.sandbox.confluence.rest.MacroPreview;
import org.decisiongates.sandbox.confluence.rest.RestServlet;
import org.decisiongates.sandbox.confluence.web.AppPages;
import org.decisiongates.sandbox.confluence.web.Screens;
import org.decisiongates.sandbox.confluence.web.Site;
import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.Product;
import org.decisiongates.sandbox.host.UserDirectory;
import org.decisiongates.sandbox.host.web.LinkSignature;

/** Plays Confluence: spaces and pages, macros that plugins bring, and an application link to Jira. */
public final class ConfluenceProduct implements Product {

    private static final String[] SCREENS = {"", "/index.action", "/dashboard.action", "/login", "/login.action", "/display/*", "/pages/*",
            "/spaces/*", "/exportword", "/status", "/admin/*", ApprovalPage.PATH};

    private Wiki wiki;
    private MacroLibrary macros;
    private Blueprints blueprints;

    @Override
    public String key() {
        return "confluence";
    }

    @Override
    public String contextPath() {
        return "/confluence";
    }

    @Override
    public Set<String> exportedPackages() {
        return Set.of("com.atlassian.confluence.content.render.xhtml", "com.atlassian.confluence.core", "com.atlassian.confluence.macro",
                "com.atlassian.confluence.pages", "com.atlassian.confluence.renderer", "com.atlassian.confluence.security",
                "com.atlassian.confluence.spaces", "com.atlassian.confluence.user", "com.atlassian.renderer", "com.atlassian.user");
    }

    @Override
    public void start(Box box) {
        Clock clock = box.options().clock();
        box.texts().add("org/decisiongates/sandbox/confluence/macros");
        wiki = new Wiki(box.jdbc(), box.transactions(), clock);
        fill(box);
        macros = new MacroLibrary(box.modules(), box.texts());
        blueprints = new Blueprints(box.modules(), box.texts(), box.webResources());
        Links links = new Links(box.jdbc(), box.transactions());
        if (box.options().peers().containsKey("jira")) {
            links.put("Jira", box.options().peers().get("jira"));
        }
        Site site = new Site(box, contextPath(), wiki, macros, new PageRenderer(wiki, macros, contextPath()),
                new PageRenderer(wiki, macros, box.baseUrl()), links, blueprints);
        publish(box, links);
        serve(box, site);
    }

    private void fill(Box box) {
        if (!box.options().sample()) {
            return;
        }
        // All or nothing: a start that dies half way must find an empty database again.
        new TransactionTemplate(box.transactions()).executeWithoutResult(status -> {
            try {
                new Sample(wiki).fill();
            } catch (Refused e) {
                throw new IllegalStateException("The sample pages could not be stored", e);
            }
        });
    }

    private void publish(Box box, Links links) {
        PluginView view = new PluginView(wiki);
        box.publish(ContentEntityManager.class, box.strict(ContentEntityManager.class, view.new Contents()));
        box.publish(PageManager.class, box.strict(PageManager.class, view.new PagesForPlugins()));
        box.publish(PermissionManager.class, box.strict(PermissionManager.class, view.new Permissions()));
        box.publish(SpaceManager.class, box.strict(SpaceManager.class, view.new SpacesForPlugins()));
        box.publish(ApplicationLinkService.class, new SandboxApplicationLinks(links,
                () -> Optional.ofNullable(AuthenticatedUserThreadLocal.get())
                        .flatMap(user -> wiki.people().byKey(user.getKey().getStringValue())),
                box.options().secret().map(secret -> new LinkSignature(secret, box.options().clock())), box.baseUrl()));
    }

    private void serve(Box box, Site site) {
        box.filter("/*", new ConfluenceUserFilter(box.currentUser(), wiki.people()));
        Screens screens = new Screens(site);
        for (String pattern : SCREENS) {
            box.servlet(pattern, screens);
        }
        box.filter("/plugins/servlet/*", new AppPages(site));
        box.servlet("/rest/api/*", new RestServlet(site));
        box.servlet("/rest/tinymce/1/macro/preview", new MacroPreview(site));
    }

    @Override
    public void pluginsEnabled(Box box) {
        macros.load();
        blueprints.load();
    }

    @Override
    public void stop() {
        // Everything is held by the box: nothing was started here.
    }

    @Override
    public UserDirectory users() {
        return wiki.people();
    }
}
