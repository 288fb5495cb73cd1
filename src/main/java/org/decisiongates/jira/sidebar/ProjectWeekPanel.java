package org.decisiongates.jira.sidebar;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.web.api.model.WebPanel;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a project shows under its sidebar link "Decisions &amp; Blockers": the weekly summary. */
public final class ProjectWeekPanel implements WebPanel {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectWeekPanel.class);

    private final ProjectWeekPage page;

    public ProjectWeekPanel(ProjectWeekPage page) {
        this.page = page;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        if (!(context.get("helper") instanceof JiraHelper helper) || helper.getProject() == null || helper.getRequest() == null) {
            return "";
        }
        HttpServletRequest request = helper.getRequest();
        ProjectWeekPage.Visit visit = new ProjectWeekPage.Visit(helper.getProject(), (ApplicationUser) context.get("user"), request.getContextPath());
        try {
            return page.html(visit, request.getParameter("week"));
        } catch (RuntimeException | IOException e) {
            LOG.error("the week of project {} could not be shown", helper.getProject().getKey(), e);
            return page.failed();
        }
    }

    /** What a host calls that writes panels straight into the page. */
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
