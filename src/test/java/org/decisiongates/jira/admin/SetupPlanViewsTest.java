package org.decisiongates.jira.admin;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.project.SetupPlan;
import org.decisiongates.jira.project.SetupPlanLine;
import org.decisiongates.jira.project.SetupPlanLine.Effect;
import org.decisiongates.jira.project.SetupPlanLine.Kind;

public class SetupPlanViewsTest {

    private static final List<OwnIssueType> BOTH = List.of(OwnIssueType.values());

    private final SetupPlanViews views = new SetupPlanViews(Texts.english());

    @Test
    public void saysWhatIsAddedToEachScheme() {
        assertEquals(List.of("Adds the screens of Decision and Blocker.", "Adds the workflows of Decision and Blocker.",
                "Adds the issue types Decision and Blocker."), notes(Effect.CHANGED, BOTH));
        assertEquals(List.of("Adds the screens of Blocker.", "Adds the workflow of Blocker.", "Adds the issue type Blocker."),
                notes(Effect.CHANGED, List.of(OwnIssueType.BLOCKER)));
    }

    @Test
    public void saysThatTheProjectLeavesADefaultScheme() {
        String replaces = "Replaces Jira's default scheme in this project and adds the ";
        assertEquals(List.of(replaces + "screens of Decision and Blocker.", replaces + "workflows of Decision and Blocker.",
                replaces + "issue types Decision and Blocker."), notes(Effect.MADE, BOTH));
    }

    @Test
    public void saysNothingOfASchemeThatStaysAsItIs() {
        assertEquals(List.of("", "", ""), notes(Effect.PRESENT, List.of()));
    }

    private List<String> notes(Effect effect, List<OwnIssueType> types) {
        List<SetupPlanLine> schemes = Stream.of(Kind.ISSUE_TYPE_SCREEN_SCHEME, Kind.WORKFLOW_SCHEME, Kind.ISSUE_TYPE_SCHEME)
                .map(kind -> new SetupPlanLine(kind, "Scheme", effect, types, List.of(), 0, List.of())).toList();
        return views.view(new SetupPlan("SHOP", "Storefront", schemes, List.of(), List.of()), IssueTypeMap.NONE).schemes().stream()
                .map(SetupPlanLineView::note).toList();
    }
}
