package org.decisiongates.sandbox.jira.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.jira.model.CommentRow;
import org.decisiongates.sandbox.jira.model.Happening;
import org.decisiongates.sandbox.jira.model.LinkRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Jira's services about what is said of issues: comments, links and history. No permission is asked for. */
final class SandboxTalk {

    private SandboxTalk() {
    }

    /** {@code CommentManager}. */
    record Comments(SandboxJira jira, JiraObjects objects) {

        public Comment create(Issue issue, ApplicationUser author, String body, boolean dispatchEvent) {
            CommentRow row = jira.comments().create(issue.getId(), SandboxUser.key(author), body, jira.clock().instant());
            if (dispatchEvent) {
                jira.tell(new Happening(Happening.COMMENTED, jira.issues().byId(issue.getId()).orElseThrow(),
                        SandboxUser.key(author), Optional.empty(), Optional.of(row), false));
            }
            return new SandboxComment(row, objects);
        }

        public List<Comment> getComments(Issue issue) {
            return jira.comments().of(issue.getId()).stream().map(row -> (Comment) new SandboxComment(row, objects)).toList();
        }

        public List<Comment> getCommentsForUser(Issue issue, ApplicationUser user) {
            return getComments(issue);
        }

        public Comment getLastComment(Issue issue) {
            List<Comment> all = getComments(issue);
            return all.isEmpty() ? null : all.get(all.size() - 1);
        }

        public Comment getCommentById(Long id) {
            return jira.comments().byId(id).map(row -> new SandboxComment(row, objects)).orElse(null);
        }
    }

    /** {@code IssueLinkManager}. */
    record Links(SandboxJira jira, JiraObjects objects) {

        public void createIssueLink(Long sourceId, Long destinationId, Long linkTypeId, Long sequence, ApplicationUser user) {
            jira.links().create(linkTypeId, sourceId, destinationId, SandboxUser.key(user));
        }

        public void removeIssueLink(IssueLink link, ApplicationUser user) {
            jira.links().delete(link.getId(), SandboxUser.key(user));
        }

        public List<IssueLink> getOutwardLinks(Long sourceIssueId) {
            return links(jira.links().outward(sourceIssueId));
        }

        public List<IssueLink> getInwardLinks(Long destinationIssueId) {
            return links(jira.links().inward(destinationIssueId));
        }

        public IssueLink getIssueLink(Long id) {
            return jira.links().byId(id).map(row -> new SandboxLink(row, objects)).orElse(null);
        }

        public IssueLink getIssueLink(Long sourceId, Long destinationId, Long linkTypeId) {
            return getOutwardLinks(sourceId).stream().filter(link -> link.getDestinationId().equals(destinationId)
                    && link.getLinkTypeId().equals(linkTypeId)).findFirst().orElse(null);
        }

        public Collection<IssueLink> getIssueLinks(Long linkTypeId) {
            return links(jira.links().ofType(linkTypeId));
        }

        private List<IssueLink> links(List<LinkRow> rows) {
            return rows.stream().map(row -> (IssueLink) new SandboxLink(row, objects)).toList();
        }
    }

    /** {@code IssueLinkTypeManager}. */
    record LinkTypes(SandboxJira jira) {

        public void createIssueLinkType(String name, String outward, String inward, String style) {
            jira.links().createType(name, inward, outward);
        }

        public Collection<IssueLinkType> getIssueLinkTypes() {
            return jira.links().types().stream().map(row -> (IssueLinkType) new SandboxLinkType(row)).toList();
        }

        public Collection<IssueLinkType> getIssueLinkTypes(boolean excludeSystemLinks) {
            return getIssueLinkTypes();
        }

        public Collection<IssueLinkType> getIssueLinkTypesByName(String name) {
            return jira.links().typesNamed(name).stream().map(row -> (IssueLinkType) new SandboxLinkType(row)).toList();
        }

        public IssueLinkType getIssueLinkType(Long id) {
            return jira.links().type(id).map(SandboxLinkType::new).orElse(null);
        }

        public void updateIssueLinkType(IssueLinkType type, String name, String outward, String inward) {
            jira.links().updateType(type.getId(), name, inward, outward);
        }

        public void removeIssueLinkType(Long id) {
            jira.links().deleteType(id);
        }
    }

    /** {@code ChangeHistoryManager}. Nothing public says in which order it answers; here it is not that of the times. */
    record Histories(SandboxJira jira, JiraObjects objects) {

        public List<ChangeHistory> getChangeHistories(Issue issue) {
            List<ChangeHistory> histories = new ArrayList<>();
            jira.history().of(issue.getId()).forEach(row -> histories.add(0, new SandboxChange(row, objects)));
            return histories;
        }

        public List<ChangeHistory> getChangeHistoriesSince(Issue issue, Date since) {
            return jira.history().since(issue.getId(), since.toInstant()).stream().map(row -> (ChangeHistory) new SandboxChange(row, objects))
                    .toList();
        }

        public ChangeHistory getChangeHistoryById(Long id) {
            return jira.history().byId(id).map(row -> new SandboxChange(row, objects)).orElse(null);
        }

        public List<ChangeHistory> getChangeHistoriesForUser(Issue issue, ApplicationUser user) {
            return getChangeHistories(issue);
        }

        public List<ChangeItemBean> getChangeItemsForField(Issue issue, String fieldName) {
            return jira.history().of(issue.getId()).stream().flatMap(row -> SandboxChange.items(row).stream())
                    .filter(item -> item.getField().equals(fieldName)).toList();
        }
    }
}
