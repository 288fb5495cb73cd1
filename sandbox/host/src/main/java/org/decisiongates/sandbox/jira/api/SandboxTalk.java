package org.decisiongates.sandbox.jira.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkType;

import org.decisiongates.sandbox.jira.model.LinkRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Jira's services about what is said of issues: links and history. No permission is asked for. */
final class SandboxTalk {

    private SandboxTalk() {
    }

    /** {@code IssueLinkManager}. */
    record Links(SandboxJira jira, JiraObjects objects) {

        public List<IssueLink> getOutwardLinks(Long sourceIssueId) {
            return links(jira.links().outward(sourceIssueId));
        }

        public List<IssueLink> getInwardLinks(Long destinationIssueId) {
            return links(jira.links().inward(destinationIssueId));
        }

        private List<IssueLink> links(List<LinkRow> rows) {
            return rows.stream().map(row -> (IssueLink) new SandboxLink(row, objects)).toList();
        }
    }

    /** {@code IssueLinkTypeManager}. */
    record LinkTypes(SandboxJira jira) {

        public Collection<IssueLinkType> getIssueLinkTypes() {
            return jira.links().types().stream().map(row -> (IssueLinkType) new SandboxLinkType(row)).toList();
        }
    }

    /** {@code ChangeHistoryManager}. Nothing public says in which order it answers; here it is not that of the times. */
    record Histories(SandboxJira jira, JiraObjects objects) {

        public List<ChangeHistory> getChangeHistories(Issue issue) {
            List<ChangeHistory> histories = new ArrayList<>();
            jira.history().of(issue.getId()).forEach(row -> histories.add(0, new SandboxChange(row, objects)));
            return histories;
        }

        public ChangeHistory getChangeHistoryById(Long id) {
            return jira.history().byId(id).map(row -> new SandboxChange(row, objects)).orElse(null);
        }
    }
}
