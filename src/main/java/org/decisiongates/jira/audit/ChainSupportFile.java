package org.decisiongates.jira.audit;

import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.audit.GateSeals;
import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;
import org.decisiongates.jira.platform.project.EnabledProjects;

/** How the journal of gates of each enabled project was verified last, and how much of it waits for its seal. */
@JiraComponent
class ChainSupportFile implements SupportFile {

    private final ChainVerifications verifications;
    private final EnabledProjects projects;
    private final GateSeals seals;

    ChainSupportFile(ChainVerifications verifications, EnabledProjects projects, GateSeals seals) {
        this.verifications = verifications;
        this.projects = projects;
        this.seals = seals;
    }

    @Override
    public String name() {
        return "chains";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return new Chains(seals.unsealed(), projects.enabled().stream()
                .map(project -> new Chain(project.getId(), verifications.of(project.getId()))).toList());
    }

    private record Chains(long unsealed, List<Chain> chains) {
    }

    private record Chain(long project, Optional<ChainVerification> verified) {
    }
}
