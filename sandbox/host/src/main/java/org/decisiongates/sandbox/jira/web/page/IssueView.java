package org.decisiongates.sandbox.jira.web.page;

import java.util.List;

import org.decisiongates.sandbox.host.WebItem;
import org.decisiongates.sandbox.host.WebPanel;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.TransitionRow;
import org.decisiongates.sandbox.jira.web.frame.ActivityTab;

/** What the issue page shows: texts as people read them, escaped by the template. */
public record IssueView(IssueRow issue, ProjectRow project, String type, String typeIcon, String status, String statusStyle,
        String priority,
        String resolution, List<Detail> details, List<Detail> people, List<Detail> dates, List<LinkGroup> links,
        List<TransitionRow> transitions, boolean mayEdit, boolean mayAssign, boolean mayComment, boolean mayLink,
        boolean mayDelete, List<WebItem> operations, List<WebPanel> left, List<WebPanel> right, List<Remark> comments,
        List<Past> history, boolean showsHistory, boolean showsComments, List<ActivityTab> tabs, List<String> messages,
        String typedComment) {

    /** A named value; {@code wide} takes the whole row. */
    public record Detail(String id, String name, String value, boolean wide, boolean alarming) {
    }

    /** Issues linked in one way. */
    public record LinkGroup(String name, List<RowView> issues) {
    }

    /** A comment. */
    public record Remark(long id, String author, String initials, String moment, String iso, String body) {
    }

    /** One change of the history. */
    public record Past(String author, String moment, String iso, List<Step> steps) {
    }

    /** One field of a change. */
    public record Step(String field, String from, String to) {
    }

    public String labels() {
        return String.join(" ", issue.labels());
    }
}
