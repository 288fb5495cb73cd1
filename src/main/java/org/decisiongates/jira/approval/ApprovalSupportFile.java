package org.decisiongates.jira.approval;

import java.time.Instant;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;

/** How far the chains of approvals were verified last, and how many of them are broken. */
@JiraComponent
class ApprovalSupportFile implements SupportFile {

    private final StoredApprovalVerification verification;

    ApprovalSupportFile(StoredApprovalVerification verification) {
        this.verification = verification;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return new Chains(verification.stored().map(stored -> new Verified(stored.startedAt(), stored.endedAt(), stored.after() > 0,
                stored.broken().size())));
    }

    /** @param verified empty before the first run */
    private record Chains(Optional<Verified> verified) {
    }

    /**
     * @param startedAt    when the last round began
     * @param endedAt      when a round last came to the last issue
     * @param underWay     whether the round goes on in the next run
     * @param brokenIssues how many issues have a broken chain, as far as they were looked for
     */
    private record Verified(Instant startedAt, Optional<Instant> endedAt, boolean underWay, int brokenIssues) {
    }
}
