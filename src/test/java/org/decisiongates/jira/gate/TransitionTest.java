package org.decisiongates.jira.gate;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.junit.Assert.assertEquals;

import org.junit.Test;

import org.decisiongates.policy.EvaluationContext;

/** What a rule may know of the transition itself. */
public class TransitionTest {

    private final TransitionFixture jira = new TransitionFixture();

    @Test
    public void tellsTheCommentThatIsBeingWritten() {
        for (Object[] row : new Object[][] {{"Agreed with sales", "Agreed with sales"}, {"", ""}, {null, ""}}) {
            jira.variables.put("comment", row[0]);
            Transition transition = Transition.of(jira.variables);
            EvaluationContext context = NOW.at(new ScreenEdits(transition, null, jira.fields(), null));

            assertEquals(row[1], context.comment());
        }
        assertEquals("where no transition is asked for", "", NOW.comment());
    }
}
