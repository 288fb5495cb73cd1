package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.jira.project.SetupPlanLine.Effect;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.jira.setup.SetupPart;
import org.decisiongates.jira.setup.SetupPart.State;

public class SetupPlanPartsTest {

    @Test
    public void saysWhatAPartIsAndWhatBecomesOfIt() {
        assertEquals(Optional.of(SetupPlanLine.present(Kind.STATUS, "Looked at")), line("status.in-review", "Looked at", State.MADE));
        assertEquals(Optional.of(SetupPlanLine.made(Kind.FIELD, "Trade-offs", List.of(), List.of())),
                line("field.trade-offs", "Trade-offs", State.MISSING));
        assertEquals(Effect.REMOVED, line("screen-scheme.blocker", "Blockers", State.REMOVED).orElseThrow().effect());
    }

    @Test
    public void leavesDetailsOut() {
        for (String thing : List.of("avatar.decision", "option.customer-facing.yes", "screen-scheme.decision.screens", "policy")) {
            assertEquals(thing, Optional.empty(), line(thing, "", State.MADE));
        }
    }

    @Test
    public void knowsEveryKindThatSetUpMakes() {
        assertEquals(List.of(Kind.STATUS, Kind.ISSUE_TYPE, Kind.FIELD, Kind.SCREEN, Kind.SCREEN_SCHEME, Kind.POLICY, Kind.WORKFLOW),
                Stream.of("status", "issue-type", "field", "screen", "screen-scheme", "policy", "workflow")
                        .map(kind -> line(kind + ".x", "X", State.MADE).orElseThrow().kind()).toList());
    }

    private static Optional<SetupPlanLine> line(String thing, String name, State state) {
        return SetupPlanParts.line(new SetupPart(thing, name, state));
    }
}
