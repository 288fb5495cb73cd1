package org.decisiongates.sandbox.jira.web.page;

import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Initials;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** The projects the viewer may browse. */
public final class ProjectsPage implements Page {

    private final SandboxJira jira;
    private final Words words;

    public ProjectsPage(SandboxJira jira, Words words) {
        this.jira = jira;
        this.words = words;
    }

    @Override
    public Answer show(Visit visit) {
        List<Map<String, Object>> projects = jira.projects().visibleTo(visit.userKey()).stream().map(project -> Map.<String, Object>of(
                "project", project, "initials", Initials.of(project.name()), "lead", words.person(project.leadKey()))).toList();
        return Answer.view("Browse projects", "page/projects.vm", Map.of("projects", projects), Place.general());
    }
}
