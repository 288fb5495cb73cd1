package org.decisiongates.jira.platform.rest;

import static java.util.Map.entry;
import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.RecordedGates;
import org.decisiongates.jira.Addresses;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.admin.ConfirmedAdminAccess;
import org.decisiongates.jira.admin.InstallationUpgradeResource;
import org.decisiongates.jira.admin.ProjectSearch;
import org.decisiongates.jira.admin.ProjectsResource;
import org.decisiongates.jira.admin.SetupPlanViews;
import org.decisiongates.jira.approval.ApprovalActions;
import org.decisiongates.jira.approval.ApprovalExport;
import org.decisiongates.jira.approval.ApprovalReminderActions;
import org.decisiongates.jira.approval.ApprovalsResource;
import org.decisiongates.jira.approval.DelegationService;
import org.decisiongates.jira.approval.DelegationsResource;
import org.decisiongates.jira.audit.AuditResource;
import org.decisiongates.jira.audit.ErasuresResource;
import org.decisiongates.jira.audit.VerificationResource;
import org.decisiongates.jira.debt.DebtResource;
import org.decisiongates.jira.gate.RulesResource;
import org.decisiongates.jira.impact.ImpactLineService;
import org.decisiongates.jira.impact.ImpactLinesResource;
import org.decisiongates.jira.impact.MetricNamesService;
import org.decisiongates.jira.insight.InsightResource;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.web.SecureSession;
import org.decisiongates.jira.policy.DryRunResource;
import org.decisiongates.jira.policy.ReplayResource;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.project.ProjectState;
import org.decisiongates.jira.project.ProjectUndo;
import org.decisiongates.jira.readiness.IssueReadinessResource;
import org.decisiongates.jira.readiness.ReadinessResource;
import org.decisiongates.jira.readiness.TransitionScreenResource;
import org.decisiongates.jira.record.RecordExportResource;
import org.decisiongates.jira.record.RecordService;
import org.decisiongates.jira.record.RecordsResource;
import org.decisiongates.jira.review.ThreadActions;
import org.decisiongates.jira.review.ThreadsResource;
import org.decisiongates.jira.sample.SamplesResource;
import org.decisiongates.jira.selfcheck.SelfCheck;
import org.decisiongates.jira.setup.SelfCheckResource;
import org.decisiongates.jira.setup.Setup;
import org.decisiongates.jira.summary.SummaryResource;
import org.decisiongates.jira.task.TasksResource;
import org.decisiongates.jira.timeline.BackFill;
import org.decisiongates.jira.timeline.JournalResource;
import org.decisiongates.jira.timeline.Progress;
import org.decisiongates.jira.trail.TrailResource;
import org.decisiongates.jira.waiver.WaiverActions;
import org.decisiongates.jira.waiver.WaiversResource;
import org.decisiongates.text.Message;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.Page;

public class ResourcesTest {

    private static final Map<Class<?>, Class<? extends Annotation>> ACCESS = Map.ofEntries(
            entry(JournalResource.class, LicensedOnly.class), entry(SummaryResource.class, LicensedOnly.class),
            entry(ProjectsResource.class, AdminOnly.class), entry(InstallationUpgradeResource.class, AdminOnly.class),
            entry(SamplesResource.class, AdminOnly.class),
            entry(SelfCheckResource.class, AdminOnly.class),
            entry(ImpactLinesResource.class, LicensedOnly.class), entry(IssueReadinessResource.class, LicensedOnly.class),
            entry(TransitionScreenResource.class, LicensedOnly.class),
            entry(VerificationResource.class, LicensedOnly.class), entry(ErasuresResource.class, AdminOnly.class),
            entry(RecordsResource.class, LicensedOnly.class), entry(RecordExportResource.class, LicensedOnly.class),
            entry(WaiversResource.class, LicensedOnly.class), entry(ThreadsResource.class, LicensedOnly.class),
            entry(ApprovalsResource.class, LicensedOnly.class), entry(DelegationsResource.class, LicensedOnly.class),
            entry(TrailResource.class, LicensedOnly.class),
            entry(ReadinessResource.class, LicensedOnly.class),
            entry(RulesResource.class, LicensedOnly.class), entry(DebtResource.class, LicensedOnly.class),
            entry(AuditResource.class, LicensedOnly.class), entry(TasksResource.class, UnrestrictedAccess.class),
            entry(DryRunResource.class, LicensedOnly.class),
            entry(ReplayResource.class, LicensedOnly.class),
            entry(InsightResource.class, LicensedOnly.class));

    private final ApplicationUser caller = mock(ApplicationUser.class);
    private final Project shop = mock(Project.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final GlobalPermissionManager global = mock(GlobalPermissionManager.class);
    private final ProjectEnablement enabling = mock(ProjectEnablement.class);
    private final Responses answers = new Responses(Texts.english());
    private final List<String> read = new ArrayList<>();
    private final BackFill fill = mock(BackFill.class);
    private final HiddenIssueFilter hidden = mock(HiddenIssueFilter.class);
    private final SecureSession session = mock(SecureSession.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private LongFunction<OptionalLong> issueOf = sequence -> OptionalLong.empty();
    private int written = 3;
    private Access access;

    @Before
    public void setUp() {
        JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
        when(authentication.getLoggedInUser()).thenReturn(caller);
        when(request.getHeader("X-Atlassian-Token")).thenReturn("no-check");
        when(request.getContentType()).thenReturn("application/json");
        when(session.isConfirmed(request)).thenReturn(true);
        when(shop.getId()).thenReturn(10000L);
        when(shop.getKey()).thenReturn("SHOP");
        when(projects.getProjectByCurrentKey("SHOP")).thenReturn(shop);
        access = new Access(projects, permissions, global, authentication);
    }

    @Test
    public void everyResourceAndEveryCallSaysWhoMayUseIt() {
        ACCESS.forEach((resource, annotation) -> {
            assertTrue(resource.getName(), resource.isAnnotationPresent(annotation));
            for (Method call : resource.getDeclaredMethods()) {
                boolean answersCalls = Modifier.isPublic(call.getModifiers());
                assertEquals(call.toString(), answersCalls, call.isAnnotationPresent(annotation));
            }
        });
    }

    @Test
    public void aParameterThatNobodyReadsIsRefusedByName() {
        assertEquals(200, answers.to(Addresses.with("issue", "os_authType"), Set.of("issue", "limit"), () -> answers.ok("{}")).getStatus());
        for (Set<String> known : List.of(Set.of("issue", "limit"), Set.<String>of())) {
            Response refused = answers.to(Addresses.with("issues", "os_authType"), known, () -> {
                throw new AssertionError("asked all the same");
            });
            assertEquals(400, refused.getStatus());
            assertTrue((String) refused.getEntity(), ((String) refused.getEntity()).contains("There is no parameter \u201Cissues\u201D here"
                    + (known.isEmpty() ? "; this call takes none." : ". Known parameters: issue, limit.")));
        }
    }

    @Test
    public void anAnswerIsJsonThatNobodyKeepsOrGuessesAt() {
        for (Response answer : List.of(answers.ok("{}"), answers.errors(400, List.of("no")))) {
            assertEquals("application/json;charset=UTF-8", answer.getMediaType().toString());
            assertEquals("no-store", answer.getHeaderString("Cache-Control"));
            assertEquals("nosniff", answer.getHeaderString("X-Content-Type-Options"));
        }
    }

    @Test
    public void aQuestionWithoutAProjectIsRefused() {
        for (String nothing : Arrays.asList(null, "", " ")) {
            assertEquals(400, answer(() -> journal(nothing, null, null)).getStatus());
        }
        assertEquals(List.of(), read);
    }

    @Test
    public void aProjectIsFoundByWhateverKeyPeopleTypeOrRemember() {
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);
        when(projects.getProjectObjByKey("STORE")).thenReturn(shop);
        for (String key : List.of("SHOP", "shop", " Shop\t", "\u200Bshop\uFEFF", "\u00A0SHOP", "STORE", "store")) {
            assertEquals(key, 200, answer(() -> journal(key, null, null)).getStatus());
        }
        Response unseen = answer(() -> journal("sh\u200Bop", null, null));
        assertEquals(400, unseen.getStatus());
        assertTrue(unseen.getEntity().toString(), unseen.getEntity().toString().contains("SH[U+200B]OP"));
        assertEquals(404, answer(() -> journal("sh op", null, null)).getStatus());
        assertEquals(400, answer(() -> journal("\u200B", null, null)).getStatus());
    }

    @Test
    public void theJournalIsForThoseWhoAdminister() {
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, shop, caller)).thenReturn(true);
        assertEquals(403, answer(() -> journal("SHOP", null, null)).getStatus());

        when(permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, shop, caller)).thenReturn(true);
        assertEquals(200, answer(() -> journal("SHOP", null, null)).getStatus());

        when(permissions.hasPermission(any(), any(Project.class), any())).thenReturn(false);
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);
        assertEquals(200, answer(() -> journal("SHOP", null, null)).getStatus());
        assertEquals(404, answer(() -> journal("NONE", null, null)).getStatus());
    }

    @Test
    public void aPageOfTheJournalHasBounds() {
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);

        for (String wrong : List.of("0", "-1", "201", "1.5", "ten", "99999999999999999999", "1 OR 1=1")) {
            assertEquals(wrong, 400, answer(() -> journal("SHOP", null, wrong)).getStatus());
        }
        for (String wrong : List.of("0", "-1", "x", "9999999999999999999")) {
            assertEquals(wrong, 400, answer(() -> journal("SHOP", wrong, null)).getStatus());
        }
        assertEquals(List.of(), read);
        answer(() -> journal("SHOP", null, null));
        answer(() -> journal("SHOP", "", "200"));
        answer(() -> journal("SHOP", "17", "1"));
        assertEquals(List.of("10000 after " + Long.MAX_VALUE + " limit 50", "10000 after " + Long.MAX_VALUE + " limit 200",
                "10000 after 17 limit 1"), read);
    }

    @Test
    public void aFullPageOfTheJournalSaysWhereToGoOn() {
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);

        assertTrue(answer(() -> journal("SHOP", null, "3")).getEntity().toString().endsWith("\"next\":1}"));
        assertTrue(answer(() -> journal("SHOP", null, "4")).getEntity().toString().endsWith("\"next\":null}"));
        written = 0;
        assertEquals("{\"entries\":[],\"hidden\":0,\"next\":null}", answer(() -> journal("SHOP", null, "4")).getEntity());
    }

    @Test
    public void entriesAboutIssuesThatTheCallerMayNotBrowseAreOnlyCounted() {
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);
        issueOf = sequence -> sequence == 3 ? OptionalLong.empty() : OptionalLong.of(10100 + sequence);
        when(hidden.among(List.of(10102L, 10101L), caller)).thenReturn(Set.of(10101L));

        String page = answer(() -> journal("SHOP", null, "3")).getEntity().toString();

        assertTrue(page, page.contains("\"issueId\":10102") && page.contains("\"issueId\":null"));
        assertFalse(page, page.contains("10101") || page.contains("\"sequence\":1,"));
        assertTrue("the page goes on behind what it does not tell: " + page, page.endsWith("\"hidden\":1,\"next\":1}"));
    }

    private ProjectsResource projectsResource() {
        return new ProjectsResource(access, mock(ProjectSearch.class), enabling, mock(ProjectUndo.class), mock(SetupPlanViews.class), fill,
                new ConfirmedAdminAccess(access, session), Texts.english(),
                answers);
    }

    @Test
    public void onlyAdministratorsReachProjectsAndSelfCheck() {
        SelfCheck check = mock(SelfCheck.class);
        ProjectsResource resource = projectsResource();

        assertEquals(403, answer(() -> resource.projects(null, null, null, Addresses.with())).getStatus());
        assertEquals(403, resource.enable("SHOP", request, null).getStatus());
        assertEquals(403,
                answer(() -> new SelfCheckResource(access, check, mock(Setup.class), answers).selfCheck(Addresses.with())).getStatus());
        verify(enabling, never()).enable(any());
        verify(check, never()).run();
    }

    @Test
    public void aProjectIsEnabledByAJsonRequestOnly() {
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);
        when(enabling.enable(shop)).thenReturn(List.of(new Message("decision-gates.jira.project.own-screens", List.of("SHOP: screens"))));
        ProjectsResource resource = projectsResource();

        for (String foreign : Arrays.asList(null, "text/plain", "application/x-www-form-urlencoded")) {
            when(request.getContentType()).thenReturn(foreign);
            assertEquals(415, resource.enable("SHOP", request, null).getStatus());
        }
        verify(enabling, never()).enable(any());
        when(request.getContentType()).thenReturn("application/json; charset=utf-8");
        Response enabled = resource.enable("SHOP", request, null);
        assertEquals(200, enabled.getStatus());
        assertTrue(enabled.getEntity().toString(),
                enabled.getEntity().toString().contains("\"enabled\":true,\"done\":[\"Gave the project"));
    }

    @Test
    public void aProjectIsEnabledByAConfirmedSessionOnly() {
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);
        when(session.isConfirmed(request)).thenReturn(false);
        when(request.getContextPath()).thenReturn("/jira");

        Response refused = projectsResource().enable("SHOP", request, null);

        assertEquals(403, refused.getStatus());
        assertTrue(refused.getEntity().toString(), refused.getEntity().toString().contains("/jira/plugins/servlet/decision-gates/admin"));
        verify(enabling, never()).enable(any());
    }

    @Test
    public void whatChangesSomethingIsRefusedWithoutTheHeader() {
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);
        ImpactLineService desk = mock(ImpactLineService.class);
        ImpactLinesResource lines = new ImpactLinesResource(desk, mock(MetricNamesService.class), answers);
        RecordService recordDesk = mock(RecordService.class);
        WaiverActions waiving = mock(WaiverActions.class);
        WaiversResource waivers = new WaiversResource(waiving, answers);
        ThreadActions talking = mock(ThreadActions.class);
        ThreadsResource threads = new ThreadsResource(talking, answers);
        ApprovalActions approving = mock(ApprovalActions.class);
        ApprovalReminderActions reminding = mock(ApprovalReminderActions.class);
        ApprovalsResource approvals = new ApprovalsResource(approving, reminding, mock(ApprovalExport.class), answers);
        DelegationService delegating = mock(DelegationService.class);
        DelegationsResource delegations = new DelegationsResource(delegating, answers);
        RecordsResource records = new RecordsResource(recordDesk, answers);
        ProjectsResource projects = projectsResource();

        for (String token : Arrays.asList(null, "", "no-check, no-check", "guessed", "NO-CHECK ")) {
            when(request.getHeader("X-Atlassian-Token")).thenReturn(token);
            for (Response refused : List.of(projects.enable("SHOP", request, null), projects.takeBack("SHOP", request, null),
                    lines.add("SHOP-1", request, null),
                    lines.change("SHOP-1", "1", request, null), lines.remove("SHOP-1", "1", "1", request),
                    records.add("SHOP-1", "risk", request, null), records.change("SHOP-1", "risk", "1", request, null),
                    records.remove("SHOP-1", "risk", "1", "1", request),
                    waivers.ask("SHOP-1", request, null), waivers.grant("SHOP-1", "1", request, null),
                    waivers.decline("SHOP-1", "1", request, null), waivers.withdraw("SHOP-1", "1", request, null),
                    approvals.take("SHOP-1", request, null), approvals.remind("SHOP-1", request), delegations.add(request, null),
                    delegations.end("1", request),
                    threads.open("SHOP-1", request, null),
                    threads.reply("SHOP-1", "1", request, null),
                    threads.askForOwnerAction("SHOP-1", "1", request, null), threads.dropOwnerAction("SHOP-1", "1", request, null),
                    threads.resolve("SHOP-1", "1", request, null), threads.decline("SHOP-1", "1", request, null),
                    threads.reopen("SHOP-1", "1", request, null))) {
                assertEquals(token, 403, refused.getStatus());
                assertTrue(refused.getEntity().toString(), refused.getEntity().toString().contains("X-Atlassian-Token: no-check"));
            }
        }
        verify(enabling, never()).enable(any());
        verifyNoInteractions(desk, recordDesk, waiving, talking, approving, reminding, delegating);
    }

    @Test
    public void textOfPeopleStaysText() {
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);
        when(enabling.states(List.of())).thenReturn(List.of(new ProjectState("SHOP", "\"},{\u0000</script>", false, List.of())));

        String json = answer(
                () -> projectsResource().projects(null, null, null, Addresses.with()))
                .getEntity()
                .toString();

        assertTrue(json, json.contains("\"name\":\"\\\"},{\\u0000</script>\""));
    }

    @Test
    public void anEnabledProjectSaysHowFarItsHistoryWasRead() {
        when(global.hasPermission(GlobalPermissionKey.ADMINISTER, caller)).thenReturn(true);
        when(enabling.states(List.of())).thenReturn(List.of(new ProjectState("SHOP", "Storefront", true, List.of())));
        ProjectsResource resource = projectsResource();

        when(fill.progress(shop)).thenReturn(Optional.of(new Progress(100, 250, 1)));
        String reading = answer(() -> resource.projects(null, null, null, Addresses.with())).getEntity().toString();
        assertTrue(reading, reading.contains("\"journal\":{\"done\":100,\"total\":250,\"failed\":1,\"complete\":false}"));
        when(fill.progress(shop)).thenReturn(Optional.empty());
        String nothing = answer(() -> resource.projects(null, null, null, Addresses.with())).getEntity().toString();
        assertTrue(nothing, nothing.contains("\"journal\":{\"done\":0,\"total\":-1,\"failed\":0,\"complete\":false}"));
    }

    @Test
    public void whatWasNotForeseenIsToldByANumberOnly() {
        Response answer = answers.to(() -> {
            throw new IllegalStateException("secret detail");
        });

        assertEquals(500, answer.getStatus());
        assertFalse(answer.getEntity().toString().contains("secret"));
    }

    private Response journal(String project, String after, String limit) {
        return new JournalResource(access, new GateEvents() {
            @Override
            public void append(GateEvent event) {
                throw new AssertionError("nobody asks for this here");
            }

            @Override
            public Page<GateEvent> ofProjects(Collection<Long> projectIds, Period period, Page.Position after, int limit) {
                throw new AssertionError("nobody asks for this here");
            }

            @Override
            public List<Entry> ofProject(long projectId, long from, int most) {
                read.add(projectId + " after " + from + " limit " + most);
                return java.util.stream.IntStream.range(0, Math.min(written, most))
                        .mapToObj(number -> new Entry(written - number, event(projectId, issueOf.apply(written - number)))).toList();
            }
        }, hidden, answers).journal(project, after, limit, Addresses.with());
    }

    private static GateEvent event(long projectId, OptionalLong issue) {
        RecordedGates event = aGateEvent().in(projectId).refusedBy("has-owner").at(Instant.EPOCH);
        return (issue.isPresent() ? event.of(issue.getAsLong()) : event.ofACreation()).event();
    }

    /** A resource throws nothing, whatever it is asked. */
    private static Response answer(Supplier<Response> call) {
        return call.get();
    }
}
