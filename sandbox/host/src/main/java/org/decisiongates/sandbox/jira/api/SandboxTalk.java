package org.decisiongates.sandbox.jira.api;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.attachment.Attachment;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.LinkRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Jira's services about what is said of issues: links, comments, files and history. No permission is asked for. */
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

        /** Asks for no permission, and links an issue to one that is not there. */
        public void createIssueLink(Long sourceId, Long destinationId, Long linkTypeId, Long sequence, ApplicationUser user)
                throws CreateException {
            if (jira.links().type(linkTypeId).isEmpty()) {
                throw new CreateException("There is no issue link type with id " + linkTypeId);
            }
            jira.links().create(linkTypeId, sourceId, destinationId, SandboxUser.key(user));
        }

        private List<IssueLink> links(List<LinkRow> rows) {
            return rows.stream().map(row -> (IssueLink) new SandboxLink(row, objects)).toList();
        }
    }

    /** {@code WatcherManager}. */
    record Watching(SandboxJira jira) {

        public Collection<ApplicationUser> getWatchersUnsorted(Issue issue) {
            return jira.watchers().of(issue.getId()).stream()
                    .map(key -> (ApplicationUser) jira.users().byKey(key).map(SandboxUser::new).orElse(null)).toList();
        }
    }

    /** {@code IssueLinkTypeManager}. */
    record LinkTypes(SandboxJira jira) {

        /** Those that people made; none of Jira's own. */
        public Collection<IssueLinkType> getIssueLinkTypes() {
            return jira.links().types().stream().map(row -> (IssueLinkType) new SandboxLinkType(row))
                    .filter(type -> !type.isSystemLinkType()).toList();
        }

        /** Does not say which type it has made, and makes a second one of a name. */
        public void createIssueLinkType(String name, String outward, String inward, String style) {
            jira.links().createType(name, inward, outward);
        }
    }

    /** {@code CommentManager}. */
    record Comments(SandboxJira jira, JiraObjects objects) {

        public List<Comment> getCommentsForUser(Issue issue, ApplicationUser user) {
            return jira.comments().visible(issue.getId(), SandboxUser.key(user)).stream()
                    .map(row -> (Comment) new SandboxComment(row, objects)).toList();
        }

        /** Asks for no permission. Who is told of it is nothing that the sandbox has a part for, so that it may not be asked to tell. */
        public Comment create(Issue issue, ApplicationUser author, String body, boolean dispatchEvent) {
            if (dispatchEvent) {
                throw new NotInSandbox(CommentManager.class, "create that dispatches an event");
            }
            return new SandboxComment(jira.comments().create(issue.getId(), SandboxUser.key(author), body, jira.clock().instant()),
                    objects);
        }
    }

    /** {@code AttachmentManager}. */
    record Attachments(SandboxJira jira) {

        public List<Attachment> getAttachments(Issue issue) {
            return jira.attachments().of(issue.getId()).stream().map(row -> new Attachment(row.fileName(), row.mimeType(),
                    row.authorKey(), Timestamp.from(row.created()))).toList();
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
