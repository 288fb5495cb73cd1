package org.decisiongates.sandbox.jira.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.issuetabpanel.GetActionsRequest;
import com.atlassian.jira.plugin.issuetabpanel.IssueAction;
import com.atlassian.jira.plugin.issuetabpanel.IssueTabPanel3;
import com.atlassian.jira.plugin.issuetabpanel.ShowPanelRequest;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.Xml;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.UserRow;
import org.decisiongates.sandbox.jira.web.frame.ActivityTab;
import org.decisiongates.sandbox.jira.web.frame.Facades;

/** Jira's web fragment context for pages. */
public record JiraFragments(JiraObjects objects, Box box) implements Facades {

    private static final Logger LOG = LoggerFactory.getLogger(JiraFragments.class);

    @Override
    public Map<String, Object> context(HttpServletRequest request, UserRow user, ProjectRow project, IssueRow issue) {
        Map<String, Object> params = new HashMap<>();
        Project subject = project == null ? null : objects.project(project);
        params.put("project", subject);
        if (issue != null) {
            params.put("issue", objects.issue(issue));
        }
        Map<String, Object> context = new HashMap<>(params);
        context.put("request", request);
        if (project != null) {
            context.put("projectKey", project.key());
            context.put("pathEncodedProjectKey", URLEncoder.encode(project.key(), StandardCharsets.UTF_8));
        }
        context.put("user", user == null ? null : new SandboxUser(user));
        context.put("helper", new JiraHelper(request, subject, params));
        return context;
    }

    @Override
    public List<ActivityTab> activityTabs(IssueRow row, String chosen) {
        Issue issue = objects.issue(row);
        List<Module> modules = new ArrayList<>(box.modules().ofType("issue-tabpanel"));
        modules.sort(Comparator.comparingInt(JiraFragments::order));
        List<ActivityTab> tabs = new ArrayList<>();
        for (Module module : modules) {
            IssueTabPanel3 panel = module.create(IssueTabPanel3.class, module.xml().getAttribute("class"));
            if (shows(module, panel, issue)) {
                boolean isChosen = module.completeKey().equals(chosen);
                tabs.add(new ActivityTab(module.key(), module.completeKey(), label(module), isChosen,
                        isChosen ? html(module, panel, issue) : ""));
            }
        }
        return tabs;
    }

    private static boolean shows(Module module, IssueTabPanel3 panel, Issue issue) {
        try {
            return panel.showPanel(new ShowPanelRequest(issue));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} does not say whether it is shown; it is not", module, e);
            return false;
        }
    }

    private static String html(Module module, IssueTabPanel3 panel, Issue issue) {
        try {
            return panel.getActions(new GetActionsRequest(issue)).stream().map(IssueAction::getHtml).collect(Collectors.joining("\n"));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} does not render", module, e);
            return "<div class=\"aui-message aui-message-error\"><p>Error rendering '" + module.completeKey() + "'.</p></div>";
        }
    }

    private String label(Module module) {
        Element label = Xml.child(module.xml(), "label");
        return label.hasAttribute("key") ? box.texts().text(label.getAttribute("key")) : label.getTextContent().trim();
    }

    private static int order(Module module) {
        String order = Xml.text(module.xml(), "order");
        return order.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(order);
    }
}
