package org.decisiongates.jira.phase;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.JiraWorkflow;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.issuetype.PhaseMaps;
import org.decisiongates.jira.platform.project.ProjectSetting;
import org.decisiongates.jira.platform.project.SettingChanges;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.PhaseMap;

public class PhaseMapServiceTest {

    private static final OwnStatus DRAFT = OwnStatus.all().get(0);

    private final PhaseMaps maps = mock(PhaseMaps.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final WorkflowsInUse workflows = mock(WorkflowsInUse.class);
    private final ConstantsManager constants = mock(ConstantsManager.class);
    private final ClusterLockService locks = mock(ClusterLockService.class);
    private final SettingChanges changes = mock(SettingChanges.class);
    private final PhaseMapService service = new PhaseMapService(maps, types, workflows, constants, locks, changes,
            mock(AuditLog.class));
    private final Project shop = mock(Project.class);
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    private PhaseMap stored = PhaseMap.NONE;

    @Before
    public void aProjectWithAStatusOfItsOwn() {
        ClusterLock lock = mock(ClusterLock.class);
        ReentrantLock held = new ReentrantLock();
        doAnswer(call -> {
            held.lock();
            return null;
        }).when(lock).lock();
        doAnswer(call -> {
            held.unlock();
            return null;
        }).when(lock).unlock();
        when(locks.getLockForName(any())).thenReturn(lock);
        when(maps.of(10000L)).thenAnswer(call -> stored);
        doAnswer(call -> {
            assertEquals("the map is stored without the lock", true, held.isHeldByCurrentThread());
            stored = call.getArgument(1);
            return null;
        }).when(maps).store(anyLong(), any());
        when(shop.getId()).thenReturn(10000L);
        when(shop.getKey()).thenReturn("SHOP");
        IssueType decision = mock(IssueType.class);
        when(decision.getId()).thenReturn("7");
        when(shop.getIssueTypes()).thenReturn(List.of(decision));
        when(types.idsIn(eq(OwnIssueType.DECISION), any())).thenReturn(List.of("7"));
        when(types.idsIn(eq(OwnIssueType.BLOCKER), any())).thenReturn(List.of("8"));
        when(types.statusOf(any(), anyString())).thenReturn(Optional.empty());
        when(types.statusOf(OwnIssueType.DECISION, "1")).thenReturn(Optional.of(DRAFT));
        when(types.phaseOf(any(), any(), anyString())).thenAnswer(call -> types.statusOf(call.getArgument(0), call.getArgument(2))
                .or(() -> stored.phase(call.<OwnIssueType>getArgument(0).kind(), call.getArgument(2)).flatMap(phase -> OwnStatus.all()
                        .stream().filter(own -> own.type() == call.getArgument(0) && own.phase().equals(phase)).findFirst())));
        when(constants.getStatuses()).thenAnswer(call -> new ArrayList<>(statuses.values()));
        when(constants.getStatus(any())).thenAnswer(call -> statuses.get(call.<String>getArgument(0)));
        status("1", "Draft");
        status("10007", "Parked");
        has("1", "10007");
    }

    @Test
    public void listsWhatTheWorkflowHasAndWhatElseIsMapped() {
        assertEquals(List.of("Draft own DRAFT", "Parked proposed IN_REVIEW"), listed());
        status("10008", "Former");
        status("10009", "Removed");
        stored = new PhaseMap(1, Map.of(Kind.DECISION, Map.of("10007", "DECIDED", "10008", "LIVE", "10009", "LIVE")));
        statuses.remove("10009");
        assertEquals(List.of("Draft own DRAFT", "Parked mapped DECIDED", "Former left LIVE"), listed());
    }

    @Test
    public void storesWhatIsChosenAsTheNextRevision() {
        PhaseMap saved = service.save(shop, 0, Map.of(Kind.DECISION, Map.of("10007", "IN_REVIEW")));
        assertEquals(new PhaseMap(1, Map.of(Kind.DECISION, Map.of("10007", "IN_REVIEW"))), saved);
        assertEquals(saved, stored);
        assertEquals("nothing is changed", saved, service.save(shop, 1, Map.of(Kind.DECISION, Map.of("10007", "IN_REVIEW"))));
        verify(changes, times(1)).record(ProjectSetting.PHASE_MAP, 10000L);
        assertEquals(new PhaseMap(2, Map.of()), service.save(shop, 1, Map.of()));
        verify(changes, times(2)).record(ProjectSetting.PHASE_MAP, 10000L);
    }

    @Test
    public void keepsWhatAStatusThatIsGoneStoodFor() {
        stored = new PhaseMap(1, Map.of(Kind.DECISION, Map.of("10009", "LIVE")));
        assertEquals(Map.of(Kind.DECISION, Map.of("10007", "DECIDED", "10009", "LIVE")),
                service.save(shop, 1, Map.of(Kind.DECISION, Map.of("10007", "DECIDED"))).phases());
    }

    @Test
    public void refusesWhatIsBasedOnAnotherRevisionOrNamesNoPhase() {
        stored = new PhaseMap(2, Map.of());
        assertEquals(409, refused(() -> service.save(shop, 1, Map.of())));
        assertEquals(400, refused(() -> service.save(shop, 2, Map.of(Kind.DECISION, Map.of("10007", "RESOLVING")))));
        assertEquals(400, refused(() -> service.save(shop, 2, Map.of(Kind.GATED, Map.of("10007", "DRAFT")))));
        assertEquals(new PhaseMap(2, Map.of()), stored);
    }

    @Test
    public void knowsStatusesByTheirNames() {
        assertEquals(Map.of(Kind.DECISION, Map.of("10007", "DECIDED")),
                service.read(List.of(entry("decision", "parked", "DECIDED"), entry("decision", "Draft", "DRAFT"))));
        assertEquals("what stands for nothing", Map.of(), service.read(List.of(entry("blocker", "Parked", null))));
        status("10010", "Parked");
        assertEquals("two of the name", 400, refused(() -> service.read(List.of(entry("decision", "Parked", "DECIDED")))));
        assertEquals(Map.of(Kind.DECISION, Map.of("10010", "DECIDED")), service.read(List.of(new PhaseMapDocument.Entry("decision",
                "Parked", Optional.of("10010"), Optional.of("DECIDED"), Optional.empty(), Optional.empty(), Optional.empty()))));
        assertEquals(400, refused(() -> service.read(List.of(entry("decision", "Unheard of", "DECIDED")))));
        assertEquals(400, refused(() -> service.read(List.of(entry("story", "Parked", "DECIDED")))));
        assertEquals("the app's own", 400, refused(() -> service.read(List.of(entry("decision", "Draft", "DECIDED")))));
    }

    private List<String> listed() {
        return service.statuses(shop).stream().map(status -> status.name() + (status.isOwn() ? " own " : status.proposal().isPresent()
                ? " proposed " + status.proposal().get().phase()
                : status.isUsed() ? " mapped "
                : " left ") + status.phase().orElse("")).map(String::strip).toList();
    }

    private static int refused(Runnable call) {
        return assertThrows(ProblemException.class, call::run).status();
    }

    private static PhaseMapDocument.Entry entry(String type, String status, String phase) {
        return new PhaseMapDocument.Entry(type, status, Optional.empty(), Optional.ofNullable(phase), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private void status(String id, String name) {
        Status status = mock(Status.class);
        when(status.getId()).thenReturn(id);
        when(status.getName()).thenReturn(name);
        statuses.put(id, status);
    }

    private void has(String... ids) {
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        List<Status> linked = Arrays.stream(ids).map(statuses::get).toList();
        when(workflow.getLinkedStatusObjects()).thenReturn(linked);
        when(workflows.of(shop, "7")).thenReturn(Optional.of(workflow));
    }
}
