package org.decisiongates.jira.admin;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.task.TaskWork;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.project.ProjectTypes;
import org.decisiongates.jira.project.ProjectUndo;
import org.decisiongates.jira.project.SetupPlan;
import org.decisiongates.jira.project.UndoList;
import org.decisiongates.jira.project.WorkflowGates;
import org.decisiongates.jira.sample.SampleIssues;
import org.decisiongates.jira.task.TaskFormatter;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.text.Message;

public class GetStartedServletTest {

    private static final int MANY = 5000;
    private static final BackgroundTask TASK = BackgroundTask.queued("a1", TaskFormatter.SET_UP, "admin", "P7", "Project 7",
            TestTime.CLOCK.instant());

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final AdminAccess door = mock(AdminAccess.class);
    private final XsrfTokenAccessor tokens = mock(XsrfTokenAccessor.class);
    private final XsrfTokenValidator tokenCheck = mock(XsrfTokenValidator.class);
    private final TemplateRenderer renderer = mock(TemplateRenderer.class);
    private final ProjectEnablement enablement = mock(ProjectEnablement.class);
    private final ProjectUndo undo = mock(ProjectUndo.class);
    private final ProjectTypes types = mock(ProjectTypes.class);
    private final WorkflowGates gates = mock(WorkflowGates.class);
    private final SampleIssues samples = mock(SampleIssues.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final TaskRunner tasks = mock(TaskRunner.class);
    private final TaskFormatter formatter = mock(TaskFormatter.class);
    private final GetStartedServlet servlet = new GetStartedServlet(
            new FormPages(tokens, tokenCheck, Texts.english(), renderer, mock(PageBuilderService.class, RETURNS_DEEP_STUBS)), door,
            new GetStartedPage(enablement, undo, types, gates, mock(ProjectTypesFormatter.class), samples, new ProjectSearch(projects),
                    projects,
                    tasks, formatter,
                    new SetupPlanViews(Texts.english()), Texts.english()),
            Texts.english());

    @Before
    public void anAdministratorAsks() throws Exception {
        ApplicationUser admin = mock(ApplicationUser.class);
        when(admin.getKey()).thenReturn("admin");
        when(door.admit(request, response)).thenReturn(Optional.of(admin));
        when(request.getContextPath()).thenReturn("/jira");
        when(tokenCheck.getXsrfParameterName()).thenReturn("atl_token");
        when(tokens.getXsrfToken(request, response, true)).thenReturn("t");
        when(tokenCheck.validateFormEncodedToken(request)).thenReturn(true);
        List<Project> all = IntStream.range(0, MANY).mapToObj(GetStartedServletTest::project).toList();
        when(projects.getProjectObjects()).thenReturn(all);
        Project seven = all.get(7);
        when(projects.getProjectByCurrentKey("P7")).thenReturn(seven);
        when(enablement.plan(seven)).thenReturn(new SetupPlan("P7", "Project 7", List.of(), List.of(), List.of()));
        when(undo.list(seven)).thenReturn(new UndoList(List.of(), List.of(), List.of(), List.of()));
        when(types.of(seven)).thenReturn(IssueTypeMap.NONE);
        when(formatter.setUpPage(TASK)).thenReturn("/the/page");
    }

    @Test
    public void asksOfFewProjectsWhetherTheyAreEnabledHoweverManyThereAre() throws Exception {
        GetStartedView view = shown();

        assertEquals("20 of 5,000 projects", view.found());
        assertEquals(20, view.choices().size());
        verify(projects, times(1)).getProjectObjects();
        ArgumentCaptor<List<Project>> asked = ArgumentCaptor.captor();
        verify(enablement, times(1)).enabled(asked.capture());
        assertEquals(20, asked.getValue().size());
        verify(enablement, never()).states(any());
        verify(enablement, never()).plan(any());
    }

    @Test
    public void findsProjectsByKeyAndName() throws Exception {
        when(request.getParameter("query")).thenReturn(" PROJECT 49 ");
        assertEquals("20 of 111 projects", shown().found());
        when(request.getParameter("query")).thenReturn("p4999");
        assertEquals(List.of(new ProjectChoiceView("P4999", "Project 4999", "/jira" + GetStartedPage.ADDRESS + "?project=P4999", false)),
                shown().choices());
        when(request.getParameter("query")).thenReturn("nowhere");
        assertEquals("No project has this in its name or key.", shown().found());
    }

    @Test
    public void readsNoOtherProjectOnceOneIsChosen() throws Exception {
        when(request.getParameter("project")).thenReturn("P7");

        assertEquals("P7", shown().plan().get(0).key());
        verify(projects, never()).getProjectObjects();
    }

    @Test
    public void saysThatThereIsNoSuchProject() throws Exception {
        when(request.getParameter("project")).thenReturn("GONE");
        assertEquals(1, shown().errors().size());
        submit();
        verify(tasks, never()).start(anyString(), anyString(), anyString(), anyString(), any());
    }

    @Test
    public void enablesInTheBackgroundAndSaysWhyItMustNot() throws Exception {
        when(request.getParameter("project")).thenReturn("P7");
        ArgumentCaptor<TaskWork> work = ArgumentCaptor.captor();
        when(tasks.start(eq(TaskFormatter.SET_UP), eq("admin"), eq("P7"), eq("Project 7"), work.capture())).thenReturn(TASK);
        submit();
        verify(response).sendRedirect("/the/page");

        TaskProgress progress = mock(TaskProgress.class);
        Message done = Message.of("decision-gates.jira.project.own-screens", "P7: screens");
        when(enablement.enable(any(), eq(progress))).thenReturn(List.of(done, done));
        String sentence = Texts.english().texts(List.of(done)).get(0);
        assertEquals(sentence + "\n" + sentence, work.getValue().run(progress));

        ProjectEnablement.Refused refused = mock(ProjectEnablement.Refused.class);
        when(refused.obstacles()).thenReturn(List.of(done));
        when(enablement.enable(any(), eq(progress))).thenThrow(refused);
        try {
            work.getValue().run(progress);
        } catch (ProblemException e) {
            assertEquals(List.of(done), e.messages());
            return;
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    public void takesBackInTheBackgroundWhatTheFormAsksFor() throws Exception {
        when(request.getParameter("project")).thenReturn("P7");
        when(request.getParameter("do")).thenReturn("undo");
        ArgumentCaptor<TaskWork> work = ArgumentCaptor.captor();
        when(tasks.start(eq(TaskFormatter.SET_UP), eq("admin"), eq("P7"), eq("Project 7"), work.capture())).thenReturn(TASK);
        submit();

        TaskProgress progress = mock(TaskProgress.class);
        work.getValue().run(progress);
        verify(undo).takeBack(any(), eq(progress));
        verify(enablement, never()).enable(any(), any());
    }

    @Test
    public void addsTheGatesThatWereSeenAndTakesThemOutInTheBackground() throws Exception {
        when(request.getParameter("project")).thenReturn("P7");
        when(request.getParameter("do")).thenReturn("add-gates");
        when(request.getParameter("seen")).thenReturn("11 decision/decided Own");
        ArgumentCaptor<TaskWork> work = ArgumentCaptor.captor();
        when(tasks.start(eq(TaskFormatter.SET_UP), eq("admin"), eq("P7"), eq("Project 7"), work.capture())).thenReturn(TASK);
        submit();
        work.getValue().run(mock(TaskProgress.class));
        verify(gates).apply(any(), eq("11 decision/decided Own"));

        when(request.getParameter("do")).thenReturn("take-out-gates");
        submit();
        work.getValue().run(mock(TaskProgress.class));
        verify(gates).takeOut(any());
    }

    @Test
    public void deletesTheSampleAtOnceAndSaysWhyNot() throws Exception {
        when(request.getParameter("project")).thenReturn("P7");
        when(request.getParameter("do")).thenReturn("delete-sample");
        submit();
        verify(response).sendRedirect("/jira" + GetStartedPage.ADDRESS + "?project=P7&sample-deleted=true");
        when(samples.delete(any(), any())).thenThrow(new ProblemException(409, "decision-gates.jira.sample.used.comment", "P7-1"));
        submit();
        assertEquals(List.of("The sample P7-1 has comments, so it is not deleted alone. Delete the issues in Jira if nobody needs them."),
                lastView().errors());
    }

    @Test
    public void createsTheSampleAtOnceAndSaysWhyNot() throws Exception {
        when(request.getParameter("project")).thenReturn("P7");
        when(request.getParameter("do")).thenReturn("sample");
        submit();
        verify(response).sendRedirect("/jira" + GetStartedPage.ADDRESS + "?project=P7");
        when(samples.make(any(), any())).thenThrow(new ProblemException(409, "decision-gates.jira.sample.not-enabled", "Project 7", "P7"));
        submit();
        assertEquals(List.of("There is no sample without the issue types: enable Project 7 (P7) first."), lastView().errors());
        verify(tasks, never()).start(anyString(), anyString(), anyString(), anyString(), any());
    }

    @Test
    public void tellsWhatCameOfItOnThePageItLeadsTo() throws Exception {
        when(request.getParameter("project")).thenReturn("P7");
        when(request.getParameter("task")).thenReturn("a1");
        BackgroundTask done = over(BackgroundTask.State.DONE, "");
        when(tasks.find("a1", "admin")).thenReturn(Optional.of(done));
        when(tasks.result("a1", "admin")).thenReturn(Optional.of("one\ntwo"));
        assertEquals(List.of("one", "two"), shown().done());
        when(tasks.find("a1", "admin")).thenReturn(Optional.of(over(BackgroundTask.State.FAILED, "It is shared.")));
        assertEquals(List.of("It is shared."), shown().errors());
        when(tasks.find("a1", "admin")).thenReturn(Optional.of(over(BackgroundTask.State.LOST, "")));
        assertEquals(1, shown().errors().size());
        when(tasks.find("a1", "admin")).thenReturn(Optional.of(TASK));
        assertEquals("one that is under way", List.of(), shown().errors());
    }

    private static BackgroundTask over(BackgroundTask.State state, String fault) {
        return new BackgroundTask("a1", TaskFormatter.SET_UP, "admin", "P7", "Project 7", state, 3, 3, TestTime.CLOCK.instant(),
                Optional.of(TestTime.CLOCK.instant()), fault);
    }

    private GetStartedView shown() throws Exception {
        when(enablement.enabled(anyList())).thenReturn(List.of());
        when(request.getMethod()).thenReturn("GET");
        servlet.service(request, response);
        return lastView();
    }

    private GetStartedView lastView() throws Exception {
        ArgumentCaptor<Map<String, Object>> context = ArgumentCaptor.captor();
        verify(renderer, atLeastOnce()).render(eq("/jira/admin/get-started.vm"), context.capture(), any());
        return (GetStartedView) context.getValue().get("view");
    }

    private void submit() throws Exception {
        when(request.getMethod()).thenReturn("POST");
        servlet.service(request, response);
    }

    private static Project project(int number) {
        Project project = mock(Project.class, withSettings().stubOnly());
        when(project.getId()).thenReturn((long) number);
        when(project.getKey()).thenReturn("P" + number);
        when(project.getName()).thenReturn("Project " + number);
        return project;
    }
}
