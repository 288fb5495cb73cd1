package org.decisiongates.jira.readiness;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.web.api.model.WebPanel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The panel of readiness on the page of an issue. */
public final class ReadinessPanel implements WebPanel {

    private static final Logger LOG = LoggerFactory.getLogger(ReadinessPanel.class);

    private final ReadinessPage page;
    private final JiraAuthenticationContext authentication;

    public ReadinessPanel(ReadinessPage page, JiraAuthenticationContext authentication) {
        this.page = page;
        this.authentication = authentication;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        Object subject = context.getOrDefault("issue",
                context.get("helper") instanceof JiraHelper helper ? helper.getContextParams().get("issue") : null);
        if (subject instanceof Issue issue) {
            return page.html(issue, authentication.getLoggedInUser());
        }
        LOG.error("Jira names no issue to the panel; it gives {}", context.keySet());
        return "";
    }

    /** What a host calls that writes panels straight into the page. */
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
