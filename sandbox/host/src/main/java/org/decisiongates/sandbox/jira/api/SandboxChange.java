package org.decisiongates.sandbox.jira.api;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.jira.model.ChangeRow;

/** A history entry as apps see it. */
final class SandboxChange extends ChangeHistory {

    private final ChangeRow row;
    private final JiraObjects objects;

    SandboxChange(ChangeRow row, JiraObjects objects) {
        this.row = row;
        this.objects = objects;
    }

    static List<ChangeItemBean> items(ChangeRow row) {
        Timestamp at = Timestamp.from(row.at());
        return row.items().stream().map(item -> new ChangeItemBean(item.fieldType(), item.field(), item.from(), item.fromText(), item.to(),
                item.toText(), at)).toList();
    }

    @Override
    public Long getId() {
        return row.id();
    }

    @Override
    public Long getIssueId() {
        return row.issueId();
    }

    @Override
    public Issue getIssue() {
        return objects.issue(row.issueId());
    }

    @Override
    public Timestamp getTimePerformed() {
        return Timestamp.from(row.at());
    }

    @Override
    public ApplicationUser getAuthorObject() {
        return objects.user(row.authorKey());
    }

    @Override
    public String getAuthorKey() {
        return row.authorKey();
    }

    @Override
    public String getAuthorDisplayName() {
        ApplicationUser author = getAuthorObject();
        return author == null ? row.authorKey() : author.getDisplayName();
    }

    @Override
    public List<ChangeItemBean> getChangeItemBeans() {
        // nothing public says in which order they come
        List<ChangeItemBean> items = new ArrayList<>(items(row));
        Collections.reverse(items);
        return items;
    }
}
