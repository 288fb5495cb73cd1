package org.decisiongates.jira.blocker;

import java.util.List;
import java.util.Map;

import com.atlassian.jira.project.Project;
import com.atlassian.sal.api.ApplicationProperties;

import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.creation.CreationInput;
import org.decisiongates.jira.creation.CreationInputView;
import org.decisiongates.jira.creation.CreationProjects;
import org.decisiongates.jira.creation.CreationServlet;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.UserAccess;

/** Asks for a Blocker of an issue and raises it. */
public final class RaiseBlockerServlet extends CreationServlet {

    private static final long serialVersionUID = 1L;

    private final transient BlockerFormFormatter formatter;

    public RaiseBlockerServlet(FormPages pages, UserAccess users, OwnIssueAccess issues, CreationProjects projects,
            BlockerService blockers, BlockerFormFormatter formatter, JiraTexts texts, ApplicationProperties application) {
        super(pages, users, issues, projects, blockers, texts, application);
        this.formatter = formatter;
    }

    @Override
    protected String path() {
        return "raise-blocker";
    }

    @Override
    protected Wording wording() {
        return new Wording("decision-gates.jira.blocker.title", "decision-gates.jira.blocker.heading", "decision-gates.jira.blocker.plan",
                "decision-gates.jira.blocker.no-project");
    }

    @Override
    protected CreationInput[] inputs() {
        return BlockerInput.values();
    }

    @Override
    protected CreationFormValues prefilled(FormPage page, Asked asked) {
        return formatter.prefilled(asked.about(), asked.caller());
    }

    @Override
    protected List<CreationInputView> asked(Asked asked, CreationFormValues typed, List<Project> choices,
            Map<CreationInput, String> errors) {
        return formatter.inputs(asked.about(), typed, choices, errors);
    }

    @Override
    protected List<CreationInputView> more(CreationFormValues typed, Map<CreationInput, String> errors) {
        return formatter.plan(typed, errors);
    }
}
