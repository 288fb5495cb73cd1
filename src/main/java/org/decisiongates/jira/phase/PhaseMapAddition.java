package org.decisiongates.jira.phase;

import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.project.ProjectAddition;
import org.decisiongates.text.Message;

/** Takes the phase map of a project back with what enabling the project did. */
@JiraComponent
class PhaseMapAddition implements ProjectAddition {

    private final PhaseMapService maps;

    PhaseMapAddition(PhaseMapService maps) {
        this.maps = maps;
    }

    @Override
    public Kind kind() {
        return Kind.SETTING;
    }

    @Override
    public List<Message> list(Project project) {
        return maps.isEmpty(project) ? List.of() : List.of(Message.of("decision-gates.phase.undo"));
    }

    @Override
    public long issues(Project project, OwnIssueType type) {
        return 0;
    }

    @Override
    public List<Message> takeBack(Project project) {
        if (maps.isEmpty(project)) {
            return List.of();
        }
        maps.clear(project);
        return List.of(Message.of("decision-gates.phase.undone"));
    }
}
