package org.decisiongates.jira.owner;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.project.ProjectAddition;
import org.decisiongates.jira.platform.project.ProjectSetting;
import org.decisiongates.jira.platform.project.SettingChange;
import org.decisiongates.jira.platform.project.SettingChanges;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.text.Message;

/** Whether projects keep owner and assignee the same: read, chosen, and taken back with what enabling the project did. */
@JiraComponent
public class OwnerChoices implements ProjectAddition {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerChoices.class);

    private static final String SAME = "same as the assignee";
    private static final String APART = "independent of the assignee";

    private final OwnerSettings settings;
    private final SettingChanges changes;
    private final AuditLog log;
    private final ProjectTime time;

    OwnerChoices(OwnerSettings settings, SettingChanges changes, AuditLog log, ProjectTime time) {
        this.settings = settings;
        this.changes = changes;
        this.log = log;
        this.time = time;
    }

    OwnerChoice of(Project project) {
        Optional<SettingChange> last = changes.last(ProjectSetting.OWNER, project.getId());
        return new OwnerChoice(settings.sameSince(project.getId()), last.map(SettingChange::by).filter(by -> !by.isEmpty()),
                last.map(SettingChange::at));
    }

    /** Who made the choice, and when, as a sentence; none where it is not known. */
    List<String> madeBy(Project project) {
        return changes.sentence(ProjectSetting.OWNER, project.getId());
    }

    /** A choice that is made already stays as old as it is. */
    void choose(Project project, boolean isSame) {
        if (settings.sameSince(project.getId()).isPresent() == isSame) {
            return;
        }
        if (isSame) {
            settings.keepSame(project.getId(), time.now().toInstant());
        } else {
            settings.keepApart(project.getId());
        }
        changes.record(ProjectSetting.OWNER, project.getId());
        log.record(new ConfigurationChange("owner-changed", Optional.of(project), isSame ? APART : SAME, isSame ? SAME : APART));
        LOG.info("project {}: owner and assignee {}", project.getKey(), isSame ? "are kept the same" : "stand beside each other");
    }

    @Override
    public Kind kind() {
        return Kind.SETTING;
    }

    @Override
    public List<Message> list(Project project) {
        return settings.sameSince(project.getId()).map(since -> Message.of("decision-gates.owner.undo")).stream().toList();
    }

    @Override
    public long issues(Project project, OwnIssueType type) {
        return 0;
    }

    @Override
    public List<Message> takeBack(Project project) {
        if (settings.sameSince(project.getId()).isEmpty()) {
            return List.of();
        }
        choose(project, false);
        return List.of(Message.of("decision-gates.owner.undone"));
    }
}
