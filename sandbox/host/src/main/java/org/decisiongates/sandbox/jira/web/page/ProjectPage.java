package org.decisiongates.sandbox.jira.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.host.Fragments;
import org.decisiongates.sandbox.host.WebPanel;
import org.decisiongates.sandbox.jira.model.JqlProblem;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.StatusRow;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Frame;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Stop;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** A project's page: its figures, or what an app shows under the sidebar link that was chosen. */
public final class ProjectPage implements Page {

    private final SandboxJira jira;
    private final Words words;
    private final Fragments fragments;
    private final Frame frame;

    public ProjectPage(SandboxJira jira, Words words, Fragments fragments, Frame frame) {
        this.jira = jira;
        this.words = words;
        this.fragments = fragments;
        this.frame = frame;
    }

    @Override
    public Answer show(Visit visit) {
        ProjectRow project = visit.project(visit.path().substring("/projects/".length()).split("/")[0]);
        String selected = visit.text("selectedItem");
        if (!selected.isEmpty()) {
            return itemOfApp(visit, project, selected);
        }
        return Answer.view(project.name(), "page/project.vm", Map.of("project", project, "lead", words.person(project.leadKey()),
                "statuses", statuses(visit, project), "recent", recent(visit, project)), Place.project(project, "summary"));
    }

    /** Jira shows the panels whose location is the chosen item's key. */
    private Answer itemOfApp(Visit visit, ProjectRow project, String selected) {
        List<WebPanel> panels = fragments.panels(selected, frame.fragmentContext(visit, project, null));
        if (panels.isEmpty()) {
            throw Stop.notFound("This part of the project");
        }
        return Answer.view(project.name(), "page/projectItem.vm", Map.of("panels", panels), Place.project(project, selected));
    }

    private List<Map<String, Object>> statuses(Visit visit, ProjectRow project) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StatusRow status : jira.statuses().all()) {
            String jql = "project = \"" + project.key() + "\" AND status = " + status.id();
            long count = count(visit, jql);
            if (count > 0) {
                rows.add(Map.of("name", status.name(), "style", Words.style(status.category()), "count", count,
                        "url", visit.base() + "/issues/?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8)));
            }
        }
        return rows;
    }

    private List<RowView> recent(Visit visit, ProjectRow project) {
        try {
            return jira.search().find(visit.userKey(), "project = \"" + project.key() + "\" ORDER BY updated DESC, key DESC", 0, 10)
                    .issues().stream().map(words::row).toList();
        } catch (JqlProblem e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(Visit visit, String jql) {
        try {
            return jira.search().count(visit.userKey(), jql);
        } catch (JqlProblem e) {
            throw new IllegalStateException(e);
        }
    }
}
