package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.plugin.web.api.model.WebPanel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A panel on the page of an issue. Where Jira names no issue to it, which it always does there, that is logged, and nothing is shown. */
public abstract class IssuePanel implements WebPanel {

    private static final Logger LOG = LoggerFactory.getLogger(IssuePanel.class);

    /** What the panel shows of the issue. */
    protected abstract String html(Issue issue);

    @Override
    public final String getHtml(Map<String, Object> context) {
        Object subject = context.getOrDefault("issue",
                context.get("helper") instanceof JiraHelper helper ? helper.getContextParams().get("issue") : null);
        if (subject instanceof Issue issue) {
            return html(issue);
        }
        LOG.error("Jira names no issue to {}; it gives {}", getClass().getSimpleName(), context.keySet());
        return "";
    }

    /** What a host calls that writes panels straight into the page. */
    public final void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
