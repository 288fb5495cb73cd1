package org.decisiongates.jira.timeline;

import com.atlassian.event.api.EventListener;
import com.atlassian.jira.event.issue.link.IssueLinkCreatedEvent;
import com.atlassian.jira.event.issue.link.IssueLinkDeletedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the names that link types have when issues are linked or unlinked: Jira's history describes the link in these words, and by the
 * time it is read the type may have others. No bean: Spring looks at every method of a bean, and a Jira without these events has to do
 * without this only.
 */
public class LinkListener {

    private static final Logger LOG = LoggerFactory.getLogger(LinkListener.class);

    private final IssueHistories histories;

    LinkListener(IssueHistories histories) {
        this.histories = histories;
    }

    @EventListener
    public void onLinked(IssueLinkCreatedEvent event) {
        noticeNames();
    }

    @EventListener
    public void onUnlinked(IssueLinkDeletedEvent event) {
        noticeNames();
    }

    private void noticeNames() {
        try {
            histories.noticeLinkNames();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the names of link types could not be kept; the next comparison with Jira's history tries again", e);
        }
    }
}
