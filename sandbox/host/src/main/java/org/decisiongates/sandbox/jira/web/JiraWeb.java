package org.decisiongates.sandbox.jira.web;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.web.admin.AdminRoutes;
import org.decisiongates.sandbox.jira.web.form.Forms;
import org.decisiongates.sandbox.jira.web.frame.Decorator;
import org.decisiongates.sandbox.jira.web.frame.Facades;
import org.decisiongates.sandbox.jira.web.frame.Frame;
import org.decisiongates.sandbox.jira.web.frame.PageServlet;
import org.decisiongates.sandbox.jira.web.frame.Visits;
import org.decisiongates.sandbox.jira.web.page.ActionPages;
import org.decisiongates.sandbox.jira.web.page.AvatarServlet;
import org.decisiongates.sandbox.jira.web.page.CreatePage;
import org.decisiongates.sandbox.jira.web.page.DashboardPage;
import org.decisiongates.sandbox.jira.web.page.EditPage;
import org.decisiongates.sandbox.jira.web.page.IssuePage;
import org.decisiongates.sandbox.jira.web.page.LoginPage;
import org.decisiongates.sandbox.jira.web.page.NavigatorPage;
import org.decisiongates.sandbox.jira.web.page.ProfilePage;
import org.decisiongates.sandbox.jira.web.page.ProjectPage;
import org.decisiongates.sandbox.jira.web.page.ProjectsPage;
import org.decisiongates.sandbox.jira.web.page.TransitionPage;
import org.decisiongates.sandbox.jira.web.page.UserPictureServlet;
import org.decisiongates.sandbox.jira.web.page.Words;
import org.decisiongates.sandbox.jira.web.rest.JiraRest;

/** Jira's face: installs its pages and its REST in a box. */
public final class JiraWeb {

    private final Box box;
    private final SandboxJira jira;
    private final Frame frame;
    private final Visits visits;

    public JiraWeb(Box box, SandboxJira jira, Facades facades) {
        this.box = box;
        this.jira = jira;
        frame = new Frame(box, facades);
        visits = new Visits(box, jira);
    }

    /** Serves everything; to be called while the product starts. */
    public void install() {
        PageServlet pages = new PageServlet(visits, frame);
        addPages(pages);
        AdminRoutes.add(pages, jira, box.texts()::text);
        for (String pattern : new String[] {"", "/secure/*", "/browse/*", "/projects/*", "/issues/*", "/login", "/login.jsp"}) {
            box.servlet(pattern, pages);
        }
        box.servlet("/secure/viewavatar", new AvatarServlet(jira));
        box.servlet("/secure/useravatar", new UserPictureServlet(box));
        JiraRest rest = new JiraRest(box, jira);
        box.servlet("/rest/api/2/*", rest.api());
        box.servlet("/rest/api/latest/*", rest.api());
        box.servlet("/rest/auth/1/*", rest.auth());
        box.filter("/plugins/servlet/*", new Decorator(visits, frame));
    }

    private void addPages(PageServlet pages) {
        Words words = new Words(jira);
        Forms forms = new Forms(jira);
        IssuePage issue = new IssuePage(jira, words, box.fragments(), frame);
        ActionPages actions = new ActionPages(jira, issue);
        DashboardPage dashboard = new DashboardPage(jira, words);
        TransitionPage transition = new TransitionPage(jira, forms, issue);
        EditPage edit = new EditPage(jira, forms);
        CreatePage create = new CreatePage(jira, forms);
        pages.at("", dashboard).at("/", dashboard).at("/secure/Dashboard.jspa", dashboard)
                .at("/login", new LoginPage()).at("/login.jsp", new LoginPage())
                .at("/secure/ViewProfile.jspa", new ProfilePage(jira))
                .at("/secure/BrowseProjects.jspa", new ProjectsPage(jira, words))
                .below("/projects/", new ProjectPage(jira, words, box.fragments(), frame))
                .at("/issues/", new NavigatorPage(jira, words)).at("/issues", new NavigatorPage(jira, words))
                .below("/browse/", issue)
                .at("/secure/CommentAssignIssue!default.jspa", transition).at("/secure/CommentAssignIssue.jspa", transition)
                .at("/secure/EditIssue!default.jspa", edit).at("/secure/EditIssue.jspa", edit)
                .at("/secure/CreateIssue!default.jspa", create).at("/secure/CreateIssue.jspa", create)
                .at("/secure/CreateIssueDetails!init.jspa", create)
                .at("/secure/AssignIssue!default.jspa", actions.assign()).at("/secure/AssignIssue.jspa", actions.assign())
                .at("/secure/LinkJiraIssue!default.jspa", actions.link()).at("/secure/LinkJiraIssue.jspa", actions.link())
                .at("/secure/DeleteIssue!default.jspa", actions.delete()).at("/secure/DeleteIssue.jspa", actions.delete())
                .at("/secure/AddComment.jspa", actions.comment());
    }
}
