package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.ApplicationProperties;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.KeptParts;
import org.decisiongates.jira.platform.task.TaskResultLimits;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.takeout.ImportPlan;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;
import org.decisiongates.task.Tasks;
import org.decisiongates.text.Message;

public class TakeOutImportServiceTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final String FILE = "{\"format\":1,\"key\":\"OLD\",\"name\":\"Old\",\"address\":\"https://old.example.com\","
            + "\"hidden\":0,\"people\":{},\"issues\":[]}";

    private final Tasks tasks = mock(Tasks.class);
    private final Access access = mock(Access.class);
    private final EnabledProjects enabled = mock(EnabledProjects.class);
    private final ImportPlanner planner = mock(ImportPlanner.class);
    private final UserManager users = mock(UserManager.class);
    private final TaskRunner runner = mock(TaskRunner.class);
    private final TaskResultLimits kept = new TaskResultLimits(tasks, Clock.fixed(NINE, ZoneOffset.UTC));
    private final ImportLock alone = new ImportLock(access, kept, mock(ClusterLockService.class), users,
            mock(ApplicationProperties.class));
    private final TakeOutImportService service = new TakeOutImportService(access, enabled, planner,
            mock(IssueImport.class), mock(ImportedLinks.class), mock(ImportedSuccessor.class), mock(ImportedFollowUps.class), users, runner,
            kept, alone, mock(JiraTexts.class));
    /** Those that were asked for last first. */
    private final List<BackgroundTask> checks = new ArrayList<>();
    private final List<BackgroundTask> imports = new ArrayList<>();
    /** Of the next check, after nine, and after what clocks may differ. */
    private int minute = 20;

    @Before
    public void anAdministratorWhoChecksFiles() {
        Project shop = mock(Project.class);
        when(shop.getKey()).thenReturn("SHOP");
        when(shop.getName()).thenReturn("Storefront");
        when(access.existing("SHOP")).thenReturn(shop);
        when(enabled.isEnabled(shop)).thenReturn(true);
        ApplicationUser ann = mock(ApplicationUser.class);
        when(ann.getKey()).thenReturn("ann");
        when(access.caller()).thenReturn(ann);
        when(tasks.ofKind(eq("import-check"), any(), any())).then(call -> List.copyOf(checks));
        when(tasks.ofKind(eq("import"), any(), any())).then(call -> List.copyOf(imports));
        doAnswer(call -> checks.removeIf(check -> check.id().equals(call.getArgument(0)))).when(tasks).remove(anyString());
        when(runner.start(any(), any(), any(), any(), any())).then(call -> {
            BackgroundTask check = task(call.getArgument(0), call.getArgument(1), call.getArgument(2), minute++, State.DONE);
            checks.add(0, check);
            return check;
        });
    }

    @Test
    public void keepsTheFileThatAnImportUnderWayReads() throws Exception {
        checks.add(task("import-check", "ann", "SHOP", 0, State.DONE));
        imports.add(task("import", "ann", "SHOP", 1, State.RUNNING));
        checkFiles(6);
        assertEquals("three, the one that was just checked, and the one that is read", 5, checks.size());
        assertEquals("import-check of ann at 0", checks.get(4).id());
    }

    @Test
    public void keepsItWhereTheClocksOfTwoNodesDiffer() throws Exception {
        checks.add(task("import-check", "ann", "SHOP", 0, State.DONE));
        imports.add(task("import", "ann", "SHOP", -10, State.QUEUED));
        checkFiles(6);
        assertEquals("import-check of ann at 0", checks.get(checks.size() - 1).id());
    }

    @Test
    public void keepsNoFileForAnImportThatIsOverOrAnothers() throws Exception {
        checks.add(task("import-check", "ann", "SHOP", 0, State.DONE));
        imports.add(task("import", "ann", "SHOP", 1, State.DONE));
        imports.add(task("import", "ann", "OPS", 1, State.RUNNING));
        imports.add(task("import", "bea", "SHOP", 1, State.RUNNING));
        checkFiles(6);
        assertEquals(4, checks.size());
    }

    @Test
    public void takesNoFileOfTheSameProject() {
        when(planner.isOf(any(), any())).thenReturn(true);
        ProblemException problem = assertThrows(ProblemException.class, () -> checkFiles(1));
        assertEquals(409, problem.status());
        assertEquals("decision-gates.takeout.import.same-project", problem.messages().get(0).key());
        assertEquals(List.of(), checks);
    }

    @Test
    public void takesNoOwnerWhoIsChosenAndCannotBeOne() {
        String plan = plan(
                List.of(new ImportPlan.Person("ann", "Ann", "ann", true, false), new ImportPlan.Person("bea", "Bea", "", false, false)));
        when(runner.find("c1", "ann")).thenReturn(Optional.of(task("import-check", "ann", "SHOP", 0, State.DONE)));
        when(runner.result(any(), eq("ann"))).thenReturn(Optional.of(plan));
        when(users.getUserByName("guest")).thenReturn(mock(ApplicationUser.class));
        assertEquals(List.of("decision-gates.takeout.import.not-assignable"), faults(Map.of("ann", "guest", "bea", "guest")));
        assertEquals(List.of("decision-gates.takeout.import.nobody-here"), faults(Map.of("ann", "ghost")));
        assertEquals(List.of("decision-gates.takeout.import.nobody-there"), faults(Map.of("dan", "guest")));
        assertEquals("who is called alike may stay the owner", List.of("decision-gates.jira.task.unreadable"),
                faults(Map.of("ann", "ann", "bea", "")));
    }

    @Test
    public void saysWhoseImportIsRunningBeforeAnotherOneBegins() {
        when(runner.find("c1", "ann")).thenReturn(Optional.of(task("import-check", "ann", "SHOP", 0, State.DONE)));
        when(runner.result(any(), eq("ann"))).thenReturn(Optional.of(plan(List.of())));
        KeptParts parts = mock(KeptParts.class);
        when(parts.count()).thenReturn(1);
        when(runner.parts("c1", "ann")).thenReturn(Optional.of(parts));
        ApplicationUser bea = mock(ApplicationUser.class);
        when(bea.getDisplayName()).thenReturn("Bea Berg");
        when(users.getUserByKey("bea")).thenReturn(bea);
        imports.add(task("import", "ann", "SHOP", 1, State.RUNNING));
        imports.add(task("import", "bea", "OPS", 0, State.DONE));
        service.start("c1", new ImportChoices(Map.of(), false));
        imports.add(task("import", "bea", "OPS", 2, State.RUNNING));
        ProblemException problem = assertThrows(ProblemException.class, () -> service.start("c1", new ImportChoices(Map.of(), false)));
        assertEquals(409, problem.status());
        assertEquals("decision-gates.takeout.import.another-of", problem.messages().get(0).key());
        assertEquals(List.of("Bea Berg", "OLD \u2192 OPS"), problem.messages().get(0).arguments().subList(0, 2));
        assertEquals("OPS", alone.ofSomebodyElse().orElseThrow().scope());
    }

    private static String plan(List<ImportPlan.Person> people) {
        return new ImportPlan("https://old.example.com", "OLD", "SHOP", 1, 1, 0, 0, 0, Map.of(), people,
                Map.of(), List.of(), List.of(), 0, ImportPlan.Findings.NONE, ImportPlan.Findings.NONE).json();
    }

    private List<String> faults(Map<String, String> people) {
        return assertThrows(ProblemException.class, () -> service.start("c1", new ImportChoices(people, false))).messages().stream()
                .map(Message::key).toList();
    }

    private void checkFiles(int many) throws IOException {
        for (int i = 0; i < many; i++) {
            service.check("SHOP", new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static BackgroundTask task(String kind, String owner, String scope, int minute, State state) {
        return new BackgroundTask(kind + " of " + owner + " at " + minute, kind, owner, scope, "OLD \u2192 " + scope, state, 0, 0,
                NINE.plus(Duration.ofMinutes(minute)), Optional.empty(), "");
    }
}
