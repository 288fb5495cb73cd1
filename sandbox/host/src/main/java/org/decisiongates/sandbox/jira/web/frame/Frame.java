package org.decisiongates.sandbox.jira.web.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.WebItem;
import org.decisiongates.sandbox.host.WebSection;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;

/** Draws the header, the menus with what apps add to them, and the footer around a page. */
public final class Frame {

    private static final String TEMPLATES = "org/decisiongates/sandbox/jira/web/";

    /** Where apps put pages of their own into the settings of a project; here they stand in its sidebar. */
    private static final String PROJECT_SETTINGS = "atl.jira.proj.config/projectgroup4";

    private final Box box;
    private final Facades facades;

    public Frame(Box box, Facades facades) {
        this.box = box;
        this.facades = facades;
    }

    public String render(Visit visit, Answer.View view) {
        requireResources(view.place());
        Map<String, Object> context = new HashMap<>(view.context());
        context.put("base", visit.base());
        context.put("token", visit.token());
        String body = box.templates().renderHost(TEMPLATES + view.template(), context);
        return visit.inDialog() ? body : around(visit, view.place(), view.title(), body, "");
    }

    /** Puts the frame around finished markup. */
    public String around(Visit visit, Place place, String title, String body, String head) {
        requireResources(place);
        Map<String, Object> context = new HashMap<>();
        context.put("view", layout(visit, place, title));
        context.put("bodyHtml", body);
        context.put("headHtml", head);
        context.put("resourcesHtml", box.webResources().tags());
        return box.templates().renderHost(TEMPLATES + "layout.vm", context);
    }

    /** The context that web fragments of apps are asked with. */
    public Map<String, Object> fragmentContext(Visit visit, ProjectRow project, IssueRow issue) {
        return facades.context(visit.request(), visit.user().orElse(null), project, issue);
    }

    /** The tabs that apps add to the activity of an issue. */
    public List<ActivityTab> activityTabs(IssueRow issue, String chosen) {
        return facades.activityTabs(issue, chosen);
    }

    private void requireResources(Place place) {
        box.webResources().requireContext("atl.general");
        switch (place.kind()) {
            case ADMIN -> box.webResources().requireContext("atl.admin");
            case ISSUE -> box.webResources().requireContext("jira.view.issue");
            case PROJECT -> box.webResources().requireContext("jira.project.sidebar");
            default -> {}
        }
    }

    private LayoutView layout(Visit visit, Place place, String title) {
        Map<String, Object> context = fragmentContext(visit, place.project(), null);
        return new LayoutView(visit.base(), title, visit.token(), visit.user().orElse(null), visit.admin(), place.issueKey(),
                place.project(),
                place.project() == null ? List.of() : sidebar(visit, place, context),
                place.kind() == Place.Kind.ADMIN ? adminMenu(visit, place, context) : null,
                box.fragments().items("system.top.navigation.bar", context), box.fragments().items("system.user.options/personal", context),
                "page-type-" + place.kind().name().toLowerCase(java.util.Locale.ROOT), place.searched());
    }

    private List<MenuItem> sidebar(Visit visit, Place place, Map<String, Object> context) {
        String project = visit.base() + "/projects/" + place.project().key();
        String query = visit.base() + "/issues/?jql=project+%3D+" + place.project().key() + "+ORDER+BY+key";
        List<MenuItem> items = new ArrayList<>();
        items.add(new MenuItem("sidebar-summary", "Summary", project, "aui-iconfont-page-default", place.selected().equals("summary")));
        items.add(new MenuItem("sidebar-issues", "Issues", query, "aui-iconfont-issue", place.selected().equals("issues")));
        for (WebItem item : box.fragments().items("jira.project.sidebar.plugins.navigation", context)) {
            items.add(MenuItem.of(item, place.selected()));
        }
        if (visit.administers(place.project())) {
            box.fragments().items(PROJECT_SETTINGS, context).forEach(item -> items.add(MenuItem.of(item, place.selected())));
        }
        return items;
    }

    private List<MenuGroup> adminMenu(Visit visit, Place place, Map<String, Object> context) {
        List<MenuGroup> groups = new ArrayList<>();
        groups.add(new MenuGroup("Projects", List.of(own(visit, place, "projects", "Projects", "/secure/admin/projects"))));
        groups.add(new MenuGroup("Issues",
                List.of(own(visit, place, "workflows", "Workflows", "/secure/admin/workflows/ListWorkflows.jspa"),
                        own(visit, place, "fields", "Custom fields", "/secure/admin/ViewCustomFields.jspa"),
                        own(visit, place, "issue_types", "Issue types", "/secure/admin/ViewIssueTypes.jspa"))));
        groups.add(new MenuGroup("User management", List.of(own(visit, place, "users", "Users", "/secure/admin/user/UserBrowser.jspa"))));
        add(groups, "Manage apps", box.fragments().items("admin_plugins_menu", context), place);
        for (WebSection section : box.fragments().sections("admin_plugins_menu", context)) {
            add(groups, section.label(), box.fragments().items("admin_plugins_menu/" + section.key(), context), place);
        }
        return groups;
    }

    private static void add(List<MenuGroup> groups, String label, List<WebItem> items, Place place) {
        if (!items.isEmpty()) {
            groups.add(new MenuGroup(label, items.stream().map(item -> MenuItem.of(item, place.selected())).toList()));
        }
    }

    private static MenuItem own(Visit visit, Place place, String id, String label, String path) {
        return new MenuItem("admin-" + id, label, visit.base() + path, "", place.selected().equals(id));
    }
}
