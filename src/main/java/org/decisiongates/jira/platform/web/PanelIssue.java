package org.decisiongates.jira.platform.web;

import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The issue on whose page a panel is drawn. */
public final class PanelIssue {

    private static final Logger LOG = LoggerFactory.getLogger(PanelIssue.class);

    private PanelIssue() {
    }

    /** The issue that Jira names to a panel; where it names none, which it always does on the page of an issue, that is logged. */
    public static Optional<Issue> of(Map<String, Object> context) {
        Object subject = context.getOrDefault("issue",
                context.get("helper") instanceof JiraHelper helper ? helper.getContextParams().get("issue") : null);
        if (subject instanceof Issue issue) {
            return Optional.of(issue);
        }
        LOG.error("Jira names no issue to the panel; it gives {}", context.keySet());
        return Optional.empty();
    }
}
