package org.decisiongates.jira.impact;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.plugin.web.api.model.WebPanel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The panel of impact lines on the page of an issue. */
public final class ImpactPanel implements WebPanel {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactPanel.class);

    private final ImpactPage page;

    public ImpactPanel(ImpactPage page) {
        this.page = page;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        Object subject = context.getOrDefault("issue",
                context.get("helper") instanceof JiraHelper helper ? helper.getContextParams().get("issue") : null);
        if (subject instanceof Issue issue) {
            return page.html(issue);
        }
        LOG.error("Jira names no issue to the panel; it gives {}", context.keySet());
        return "";
    }

    /** What a host calls that writes panels straight into the page. */
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
