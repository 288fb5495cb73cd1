package org.decisiongates.jira.decision;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import org.junit.Test;

import org.decisiongates.jira.Texts;
import org.decisiongates.jira.approval.ScopeDifferenceText;
import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.link.ScopeChangeLinks;

public class ScopeChangeOptionTest {

    private static final String QUESTION = "Is the scope of SHOP-1 to change?\nrelease. Approved: 1.0. Now: 2.0.";

    private final Issue about = mock(Issue.class);
    private final ScopeChangeOption option;

    public ScopeChangeOptionTest() {
        OwnIssueTypes types = mock(OwnIssueTypes.class);
        ScopeDifferenceText difference = mock(ScopeDifferenceText.class);
        when(about.getKey()).thenReturn("SHOP-1");
        when(about.getProjectId()).thenReturn(10L);
        when(about.getSecurityLevelId()).thenReturn(null);
        when(types.of(about)).thenReturn(Optional.of(OwnIssueType.DECISION));
        when(difference.question(about)).thenReturn(QUESTION);
        option = new ScopeChangeOption(mock(ScopeChangeLinks.class), difference, types, Texts.english());
    }

    /** The form filled it in before anybody chose a project. */
    @Test
    public void quotesADecisionInItsProjectAlone() {
        assertEquals(Optional.empty(), option.questionFault(asked(QUESTION), about, project(10)));
        assertEquals(Optional.of("This quotes SHOP-1, and others may read it in the project you chose. Ask in your own words."),
                option.questionFault(asked(QUESTION.replace("\n", "\r\n") + "\r\n"), about, project(11)));
        assertEquals(Optional.empty(), option.questionFault(asked("Do refunds move to 2.0?"), about, project(11)));
        assertEquals("no scope change", Optional.empty(),
                option.questionFault(new CreationFormValues(Map.of(DecisionInput.QUESTION, QUESTION)), about, project(11)));
    }

    @Test
    public void fillsTheQuestionInForTheProjectOfTheDecisionAlone() {
        CreationFormValues nothing = new CreationFormValues(Map.of(DecisionInput.SCOPE_CHANGE, "yes"));
        assertEquals(QUESTION, option.withQuestion(nothing, about, project(10)).text(DecisionInput.QUESTION));
        assertEquals("", option.withQuestion(nothing, about, project(11)).text(DecisionInput.QUESTION));
    }

    private static CreationFormValues asked(String question) {
        return new CreationFormValues(Map.of(DecisionInput.SCOPE_CHANGE, "yes", DecisionInput.QUESTION, question));
    }

    private static Project project(long id) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        return project;
    }
}
