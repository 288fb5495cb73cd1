package org.decisiongates.jira.decision;

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

/** Asks for a Decision for an issue and creates it. */
public final class CreateDecisionServlet extends CreationServlet {

    private static final long serialVersionUID = 1L;

    private final transient DecisionFormFormatter formatter;

    public CreateDecisionServlet(FormPages pages, UserAccess users, OwnIssueAccess issues, CreationProjects projects,
            DecisionService decisions, DecisionFormFormatter formatter, JiraTexts texts, ApplicationProperties application) {
        super(pages, users, issues, projects, decisions, texts, application);
        this.formatter = formatter;
    }

    @Override
    protected String path() {
        return "create-decision";
    }

    @Override
    protected Wording wording() {
        return new Wording("decision-gates.jira.decision.title", "decision-gates.jira.decision.heading",
                "decision-gates.jira.decision.title",
                "decision-gates.jira.decision.no-project");
    }

    @Override
    protected CreationInput[] inputs() {
        return DecisionInput.values();
    }

    @Override
    protected CreationFormValues prefilled(FormPage page, Asked asked) {
        return formatter.prefilled(asked.about(), asked.caller(), page.parameter(DecisionInput.COMMENT.key()));
    }

    @Override
    protected List<CreationInputView> asked(Asked asked, CreationFormValues typed, List<Project> choices,
            Map<CreationInput, String> errors) {
        return formatter.inputs(asked.about(), asked.caller(), typed, choices, errors);
    }
}
