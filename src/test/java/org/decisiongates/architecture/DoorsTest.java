package org.decisiongates.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

/** What goes wrong is translated once, at the door where a host calls in; nobody else swallows what he does not know. */
public class DoorsTest {

    private static final Pattern SWALLOWS_ANYTHING = Pattern
            .compile("catch \\([^)]*(?<!\\w)(Exception|RuntimeException|Throwable|Error)(?!\\w)[^)]*\\)");

    /** Who may catch whatever comes, and why. */
    private static final Map<String, String> DOORS = Map.ofEntries(
            Map.entry("policy/Evaluator.java", "a rule that throws refuses, and the other rules are evaluated all the same"),
            Map.entry("health/HealthService.java", "a check that throws is a finding, and the other checks look all the same"),
            Map.entry("jira/gate/GateValidator.java", "the workflow engine calls in"),
            Map.entry("jira/gate/RefusalFormatter.java", "the last words of a gate must get out, whatever is broken"),
            Map.entry("jira/gate/GateJournal.java", "whatever the store throws means that nothing was written"),
            Map.entry("jira/gate/RefusalWriter.java",
                    "whatever the store throws means that nothing was written, and the transition is refused all the same"),
            Map.entry("store/UniqueInsert.java", "a row that is there already shows as whatever error the database has for it"),
            Map.entry("store/timeline/JournalledRows.java",
                    "a change that somebody else made first shows as whatever error the database has for it"),
            Map.entry("jira/platform/web/ProjectPanels.java", "a page of Jira is drawn, and must be drawn without the panel too"),
            Map.entry("jira/approval/ApprovalRequestSweep.java",
                    "what cannot be looked at today is looked at tomorrow, and Health shows the run"),
            Map.entry("jira/approval/ApprovalVerificationJob.java",
                    "approvals of today that could not be verified are verified a quarter of an hour later, and Health says what is late"),
            Map.entry("jira/approval/ApprovalsBatchReader.java",
                    "one issue that cannot be read must not keep people from being told of the others"),
            Map.entry("jira/approval/JiraPasswordCheck.java",
                    "a directory of people fails in ways of its own, whose words must not get into the log; nobody goes on"),
            Map.entry("jira/audit/VerificationJob.java",
                    "one project that cannot be read must not keep the others from being verified"),
            Map.entry("health/SupportZip.java", "one file that cannot be made must not keep the others from whoever needs help"),
            Map.entry("jira/audit/SealJob.java", "the scheduler calls in; the next run goes on"),
            Map.entry("jira/creation/IdempotentIssueCreation.java",
                    "the issue is there, and what fails with it must not keep the rest from being done"),
            Map.entry("jira/setup/FieldLocks.java", "a field that cannot be locked must not keep anything else from being set up"),
            Map.entry("jira/takeout/IssueImport.java", "one issue that cannot be imported must not keep the others from it"),
            Map.entry("jira/debt/ChangedIssues.java", "nobody waits for the thread; the sweep looks again"),
            Map.entry("jira/debt/DebtSweep.java",
                    "the scheduler calls in, and one issue that cannot be read must not keep the others from it"),
            Map.entry("jira/debt/PeopleListener.java", "a person is edited already, and editing must not be broken by telling"),
            Map.entry("jira/digest/DigestJob.java", "the scheduler calls in, and one digest that fails must not keep the others from it"),
            Map.entry("jira/notification/NotificationJob.java",
                    "the scheduler calls in, and one e-mail that fails must not keep the others from it"),
            Map.entry("jira/platform/audit/AuditLog.java", "what was changed is changed, and telling of it must not break it"),
            Map.entry("jira/platform/policy/CachedPolicies.java",
                    "the scheduler calls in; what is in memory stays in force, and the next run compares again"),
            Map.entry("jira/platform/policy/PolicyCopyJob.java",
                    "the scheduler and the start call in; what is in memory stays, and the next run compares again"),
            Map.entry("jira/platform/project/DeletedProjectSettings.java",
                    "a project is gone already, and one kind of settings that cannot go must not keep the others"),
            Map.entry("jira/platform/task/TaskRunner.java", "nobody waits for the thread; whoever asked is told of the task"),
            Map.entry("jira/platform/time/RecurringJobs.java", "what a job throws is recorded, and goes on to the scheduler"),
            Map.entry("jira/platform/time/RecurringWorkStarter.java",
                    "the host starts the app, and work that cannot begin must not keep the rest from being scheduled"),
            Map.entry("jira/platform/task/TaskRetention.java", "the scheduler calls in; the next run goes on"),
            Map.entry("jira/timeline/ChangeListener.java",
                    "Jira tells of what is done already, and what it is must not be broken by telling"),
            Map.entry("jira/timeline/LinkListener.java", "issues are linked already, and linking must not be broken by telling"),
            Map.entry("jira/timeline/Reconciler.java", "one issue that cannot be read must not keep the others out of the journal"),
            Map.entry("jira/timeline/ReconcileJob.java", "the scheduler calls in; the next run goes on"),
            Map.entry("jira/timeline/BackFill.java", "nobody waits for the thread; the next start goes on"),
            Map.entry("jira/timeline/StartupReconciliation.java", "nobody waits for the thread; the next start goes on"),
            Map.entry("jira/platform/rest/Responses.java", "a caller over HTTP is told in the app's words, and nothing of the inside"),
            Map.entry("jira/summary/SummaryResource.java", "one question of a batch that fails does not fail the others"),
            Map.entry("jira/metric/BackgroundProjections.java",
                    "nobody waits for the thread; what failed is told by the log and tried again"),
            Map.entry("jira/summary/ProjectWeekPanel.java", "a page of Jira is drawn, and must be drawn without the panel too"),
            Map.entry("jira/summary/JiraProfileLinks.java", "a week is drawn, and must be drawn without a picture too"),
            Map.entry("jira/summary/WeekCloseJob.java", "a project whose week cannot be closed must not keep the others from it"),
            Map.entry("jira/setup/Setup.java", "the host starts the app, and must go on starting"),
            Map.entry("confluence/approval/DecisionApprovalsMacro.java", "a page is rendered, and must be rendered without the macro too"),
            Map.entry("confluence/summary/WeeklySummaryMacro.java", "a page is rendered, and must be rendered without the macro too"));

    @Test
    public void onlyDoorsCatchWhateverComes() {
        assertEquals(new TreeSet<>(DOORS.keySet()), Tree.files(Tree.ROOT.resolve("src/main/java"), ".java").stream()
                .filter(file -> SWALLOWS_ANYTHING.matcher(Tree.text(file)).find())
                .map(file -> Tree.ROOT.resolve("src/main/java/org/decisiongates").relativize(file).toString())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    public void noticesABroadCatch() {
        assertTrue(SWALLOWS_ANYTHING.matcher("} catch (Exception e) {").find());
        assertTrue(SWALLOWS_ANYTHING.matcher("} catch (final IOException | RuntimeException e) {").find());
        assertTrue(!SWALLOWS_ANYTHING.matcher("} catch (ClassNotFoundException | LinkageError e) {").find());
    }
}
