package org.decisiongates.sandbox.jira.web.page;

import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.jira.model.JqlProblem;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** The start page: one's own open issues and the projects. */
public final class DashboardPage implements Page {

    private final SandboxJira jira;
    private final Words words;

    public DashboardPage(SandboxJira jira, Words words) {
        this.jira = jira;
        this.words = words;
    }

    @Override
    public Answer show(Visit visit) {
        return Answer.view("System dashboard", "page/dashboard.vm",
                Map.of("projects", jira.projects().visibleTo(visit.userKey()), "mine", mine(visit)), Place.general());
    }

    private List<RowView> mine(Visit visit) {
        if (visit.user().isEmpty()) {
            return List.of();
        }
        try {
            return jira.search().find(visit.userKey(), "assignee = currentUser() AND resolution is EMPTY ORDER BY key", 0, 10)
                    .issues().stream().map(words::row).toList();
        } catch (JqlProblem e) {
            throw new IllegalStateException(e);
        }
    }
}
