package org.decisiongates.sandbox.jira.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class ReleasesAndLevelsTest {

    private final Fixture box;
    private final Issues issues;
    private final VersionRow spring;

    public ReleasesAndLevelsTest(Fixture.Kind database) {
        box = Fixture.on(database);
        issues = box.jira.issues();
        spring = box.jira.versions().create(new VersionRow(0, box.project.id(), "Spring", "", "2026-11-01", "2026-12-01", false, false));
    }

    @Parameters(name = "{0}")
    public static Fixture.Kind[] databases() {
        return Fixture.Kind.values();
    }

    @Test
    public void keepsTheReleasesOfAnIssueAndSaysInTheHistoryWhichCameAndWent() {
        VersionRow autumn = box.jira.versions().create(new VersionRow(0, box.project.id(), "Autumn", "", null, null, false, false));
        IssueRow issue = box.issue("Planned");
        set(issue, Versions.FIELD, "Spring");
        set(issue, Versions.FIELD, String.valueOf(autumn.id()));
        assertEquals(List.of(String.valueOf(autumn.id())), issues.byId(issue.id()).orElseThrow().values(Versions.FIELD));
        String spring = String.valueOf(this.spring.id());
        assertEquals(List.of(new ChangeItemRow("jira", "Fix Version", null, null, spring, "Spring"),
                new ChangeItemRow("jira", "Fix Version", spring, "Spring", null, null),
                new ChangeItemRow("jira", "Fix Version", null, null, String.valueOf(autumn.id()), "Autumn")),
                box.jira.history().of(issue.id()).stream().flatMap(change -> change.items().stream()).toList());
        assertFalse(issues.update("lead", issue.id(), new IssueInput().set(Versions.FIELD, "Winter")).done());
    }

    @Test
    public void findsIssuesByTheirRelease() throws Exception {
        IssueRow planned = box.issue("Planned");
        IssueRow unplanned = box.issue("Unplanned");
        set(planned, Versions.FIELD, "Spring");
        assertEquals(List.of(planned.key()), found("lead", "fixVersion = Spring"));
        assertEquals(List.of(planned.key()), found("lead", "fixVersion in (" + spring.id() + ")"));
        assertEquals(List.of(unplanned.key()), found("lead", "fixVersion is EMPTY"));
    }

    @Test
    public void showsAnIssueOnlyToThoseGrantedItsLevel() throws Exception {
        IssueRow open = box.issue("Open to all");
        IssueRow secret = box.issue("For few");
        level("Few", List.of("team", Levels.REPORTER));
        set(secret, Levels.FIELD, "Few");
        assertEquals(List.of(open.key(), secret.key()), found("owner", ""));
        assertEquals(List.of(secret.key()), found("owner", "level = Few"));
        assertEquals(List.of(open.key()), found("reader", ""));
        assertEquals(1, box.jira.search().count("reader", ""));
        assertEquals(2, box.jira.search().countAll("reader", ""));
        assertTrue(issues.visible("reader", secret.key()).isEmpty());
        assertTrue(issues.visible("owner", secret.key()).isPresent());
    }

    @Test
    public void grantsALevelToWhoeverIsAssignedOrReported() throws Exception {
        IssueRow issue = box.issue("Mine");
        level("People", List.of(Levels.REPORTER, Levels.ASSIGNEE));
        set(issue, Levels.FIELD, "People");
        assertEquals(List.of(), found("owner", ""));
        assertTrue(issues.assign("lead", issue.id(), "owner").done());
        assertEquals(List.of(issue.key()), found("owner", ""));
        assertEquals(List.of(issue.key()), found("lead", ""));
    }

    @Test
    public void letsOnlyThosePermittedSetALevel() {
        level("Few", List.of("team"));
        IssueRow issue = box.issue("Open");
        box.jira.permissions().revoke(box.project.id(), Permission.SET_ISSUE_SECURITY, "team");
        assertEquals("You do not have permission to set the security level.",
                issues.update("lead", issue.id(), new IssueInput().set(Levels.FIELD, "Few")).errors().get(Levels.FIELD));
    }

    @Test
    public void movesAnIssueUnderANewKeyAndLeavesBehindWhatBelongsToTheOldProject() {
        ProjectRow other = box.jira.projects().create("OPS", "Operations", "", "lead");
        for (Permission permission : Permission.values()) {
            box.jira.permissions().grant(other.id(), permission, "team");
        }
        IssueRow issue = box.issue("Moves house");
        set(issue, Versions.FIELD, "Spring");
        box.clock.forward(Duration.ofMinutes(1));
        Outcome outcome = issues.move("lead", issue.id(), other.id(), issue.issueTypeId());
        assertTrue(outcome.toString(), outcome.done());
        IssueRow moved = outcome.issue().orElseThrow();
        assertEquals("OPS-1", moved.key());
        assertEquals(other.id(), moved.projectId());
        assertEquals(List.of(), moved.values(Versions.FIELD));
        assertEquals("the old key still names it", moved.id(), issues.byKey(issue.key()).orElseThrow().id());
        List<ChangeRow> history = box.jira.history().of(issue.id());
        assertEquals(List.of("Key", "project", "Fix Version"),
                history.get(history.size() - 1).items().stream().map(ChangeItemRow::field).toList());
        assertFalse("it can go on", issues.transitions("lead", moved).isEmpty());
        assertEquals("nobody moves what they do not see", 404,
                issues.move("reader", issue.id(), box.project.id(), issue.issueTypeId()).reason());
    }

    private void level(String name, List<String> grantees) {
        long scheme = box.jira.levels().createScheme("Levels");
        box.jira.levels().create(scheme, name, grantees);
        box.jira.levels().useScheme(box.project.id(), scheme);
    }

    private void set(IssueRow issue, String field, String value) {
        box.clock.forward(Duration.ofMinutes(1));
        Outcome outcome = issues.update("lead", issue.id(), new IssueInput().set(field, value));
        assertTrue(outcome.toString(), outcome.done());
    }

    private List<String> found(String user, String jql) throws JqlProblem {
        return box.jira.search().find(user, jql + " order by key asc", 0, 50).issues().stream().map(IssueRow::key).toList();
    }
}
