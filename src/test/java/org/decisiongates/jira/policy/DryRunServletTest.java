package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
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

import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.ScopeAccess;
import org.decisiongates.jira.replay.ReplayService;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;

public class DryRunServletTest {

    private static final String EDITED = "{\"as\":\"edited\"}";
    private static final Policy DRAFT = new Policy(new PolicyVersion("decision", 2), "As edited", "decision", false, WaiverTerms.NONE,
            ApprovalTerms.NONE,
            Map.of(), List.of(), List.of());

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final ScopeAccess pageAccess = mock(ScopeAccess.class);
    private final PolicyAccess access = mock(PolicyAccess.class);
    private final PolicyService policies = mock(PolicyService.class);
    private final DryRunService dryRuns = mock(DryRunService.class);
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final XsrfTokenAccessor tokens = mock(XsrfTokenAccessor.class);
    private final XsrfTokenValidator tokenCheck = mock(XsrfTokenValidator.class);
    private final TemplateRenderer renderer = mock(TemplateRenderer.class);
    private final DryRunServlet servlet = new DryRunServlet(
            new FormPages(tokens, tokenCheck, Texts.english(), renderer, mock(PageBuilderService.class, RETURNS_DEEP_STUBS)), pageAccess,
            access, mock(PolicyEditor.class), policies, dryRuns, mock(ReplayService.class), mock(TaskRunner.class),
            authentication, Texts.english());

    @Before
    public void setUp() throws Exception {
        ApplicationUser admin = mock(ApplicationUser.class);
        when(admin.getKey()).thenReturn("admin");
        when(authentication.getLoggedInUser()).thenReturn(admin);
        when(pageAccess.scope(request, response)).thenReturn(Optional.of(Scope.GLOBAL));
        when(tokenCheck.getXsrfParameterName()).thenReturn("atl_token");
        when(tokens.getXsrfToken(request, response, true)).thenReturn("t");
        when(policies.nextVersion(any(), anyString())).thenReturn(DRAFT.version());
        when(policies.read(EDITED, Scope.GLOBAL, 2)).thenReturn(DRAFT);
        when(request.getMethod()).thenReturn("POST");
        when(request.getContextPath()).thenReturn("");
        when(request.getParameter("key")).thenReturn("decision");
        when(request.getParameter("draft")).thenReturn(EDITED);
        when(request.getParameter("jql")).thenReturn("project = SHOP");
    }

    @Test
    public void keepsTheDraftWhenTheTokenHasExpired() throws Exception {
        DryRunView view = posted();
        verify(response).setStatus(403);
        verifyNoInteractions(dryRuns);
        assertEquals("As edited", view.name());
        assertEquals(PolicyJson.write(DRAFT), view.draft());
        assertEquals("project = SHOP", view.jql());
        assertEquals(1, view.errors().size());
    }

    @Test
    public void saysWhatIsWrongWithThePolicyBesideWhatWasWrongBefore() throws Exception {
        doThrow(new ProblemException(400, "decision-gates.jira.policy.dry-run.no-query")).when(policies).check(DRAFT);
        List<String> errors = posted().errors();
        assertEquals(errors.toString(), 2, errors.size());
    }

    @Test
    public void saysWhatTheAddressLacksAndWhereADryRunIsStarted() throws Exception {
        when(request.getParameter("key")).thenReturn(" ");
        when(tokenCheck.validateFormEncodedToken(request)).thenReturn(true);
        for (String method : List.of("GET", "POST")) {
            when(request.getMethod()).thenReturn(method);
            DryRunView view = posted();
            assertEquals(
                    List.of("The address of this page lacks \u201Ckey\u201D, the key of the policy to try. Open a policy from the list "
                            + "\u201CPolicies\u201D and press \u201CDry run\u201D there."),
                    view.errors());
            assertEquals("Policies ./policies", view.name() + " " + view.back());
            assertEquals("nothing can be started", "", view.draft());
        }
        verifyNoInteractions(dryRuns);
    }

    @Test
    public void leadsFromAPolicyThatIsNotThereToTheList() throws Exception {
        when(request.getMethod()).thenReturn("GET");
        when(request.getParameter("project")).thenReturn("SHOP");
        when(policies.newest(any(), anyString()))
                .thenThrow(new ProblemException(404, "decision-gates.jira.policy.no-such-policy", "decision"));
        when(access.project("SHOP")).thenReturn(mock(Project.class));
        DryRunView view = posted();
        assertEquals("Policies ./policies?project=SHOP", view.name() + " " + view.back());
        assertEquals(List.of("There is no policy decision here."), view.errors());
    }

    @Test
    public void looksAtTheIssuesOfTheProjectWhateverItsKeyMeansInAQuery() throws Exception {
        Project project = mock(Project.class);
        when(project.getKey()).thenReturn("AND");
        when(access.project("AND")).thenReturn(project);
        when(request.getParameter("project")).thenReturn("AND");
        when(request.getParameter("jql")).thenReturn(null);
        assertEquals("project = \"AND\"", posted().jql());
    }

    private DryRunView posted() throws Exception {
        servlet.service(request, response);
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Map<String, Object>> context = ArgumentCaptor.forClass(Map.class);
        verify(renderer, atLeastOnce()).render(anyString(), context.capture(), any());
        return (DryRunView) context.getValue().get("view");
    }
}
