package org.decisiongates.jira.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;
import org.decisiongates.jira.platform.project.EnabledProjects;

/** When the journal was last compared with Jira's history, and how far the history of each enabled project was read. */
@JiraComponent
class JournalSupportFile implements SupportFile {

    private final ReconcileCursors cursors;
    private final EnabledProjects projects;

    JournalSupportFile(ReconcileCursors cursors, EnabledProjects projects) {
        this.cursors = cursors;
        this.projects = projects;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return new Journal(cursors.cursor(), projects.enabled().stream()
                .map(project -> new History(project.getId(), cursors.progress(project.getId()))).toList());
    }

    private record Journal(Optional<Instant> compared, List<History> histories) {
    }

    private record History(long project, Optional<Progress> read) {
    }
}
