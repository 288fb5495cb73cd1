package org.decisiongates.jira.impact;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import com.atlassian.plugin.web.api.model.WebPanel;

import org.decisiongates.jira.platform.web.PanelIssue;

/** The panel of impact lines on the page of an issue. */
public final class ImpactPanel implements WebPanel {

    private final ImpactPage page;

    public ImpactPanel(ImpactPage page) {
        this.page = page;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        return PanelIssue.of(context).map(page::html).orElse("");
    }

    /** What a host calls that writes panels straight into the page. */
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
