package org.decisiongates.jira.readiness;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.Query;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.junit.Before;
import org.junit.Test;
import tools.jackson.databind.json.JsonMapper;

import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.Delegations;
import org.decisiongates.debt.Debts;
import org.decisiongates.debt.GateDebt;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.fixture.Tree;
import org.decisiongates.jira.Addresses;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.approval.ApprovalPendingForMeFunction;
import org.decisiongates.jira.approval.ApprovalPendingFunction;
import org.decisiongates.jira.approval.ApprovalStaleFunction;
import org.decisiongates.jira.approval.ApprovalsBatchReader;
import org.decisiongates.jira.approval.ApprovedByFunction;
import org.decisiongates.jira.approval.DecisionApproverIsOwnerFunction;
import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.jira.platform.search.IssueFunction;
import org.decisiongates.jira.platform.search.PhaseSearch;
import org.decisiongates.jira.platform.search.SearchFixture;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.Score;
import org.decisiongates.record.Records;
import org.decisiongates.waiver.Waivers;

/** Sends what nobody should to what answers about readiness: each answer is JSON, and each refusal says so. The seed is fixed. */
public class HostileInputTest {

    private static final int RUNS = 3_500;
    private static final List<String> PIECES = List.of("", " ", "SHOP", "SHOP-1", "1", "0", "-1", "100", "101", "9900", "9901",
            "2147483648",
            "9".repeat(30), "\u0661", "1e3", "null", "NaN", "\"", "'", "\\", "\\\"", "(", ")", "((", "))", "order by", "ORDER  BY key",
            "order",
            "summary ~ \"a\"", "project = SHOP", "OR", "AND (", ") OR (project = RISK", "project = 'a\\'b'", "<script>alert(1)</script>",
            "\"><img src=x "
                    + "onerror=alert(1)>",
            "{0}", "{", "'{0}'", "${jndi:ldap://x}", "$!{view}", "#set($a=1)", "\u0000", "\u001B", "\n",
            "\r\n", "\t", "\u2028", "\u202E", "\uD83D", "\uDE80", "\uD83D\uDE80", "\uFFFE", "../../etc", "%00", "%2e%2e", "in review",
            "In review", "IN_REVIEW", "draft", "x".repeat(2_001), "\u0130", "\u00DF");
    /** What functions of JQL take as their first argument, one or another of them. */
    private static final List<String> FIRST = List.of("In review", "risk", "Trade off", "SHOP");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\\\p{Cntrl}]++|\\\\.)*+\"|'(?:[^'\\\\\\p{Cntrl}]++|\\\\.)*+'|\\\\.");
    private static final Pattern INNERMOST = Pattern.compile("\\([^()]*\\)");
    private static final Pattern ORDER = Pattern.compile("(?i)(?<![\\p{L}\\p{N}_.@-])order(?=\\s)");
    private static final Pattern ORDER_BY = Pattern.compile("(?i)(?<![\\p{L}\\p{N}_.@-])order\\s+by");

    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
    /** What queries of the app are made of, whatever it is given: an argument is a value in quotation marks and nothing else. */
    private static final Pattern COMPOSED = Pattern.compile("(?:project|issue|issuetype|status|fixVersion|type|in|AND|ORDER BY key ASC|is"
            + "|EMPTY|not|q|[0-9]+|[(),=\\s])*");

    private final Random random = new Random(20261128);
    /** Whether no query is given: every one is made by the app. */
    private boolean composed;
    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final JiraTexts texts = new JiraTexts(Texts.resolver(), locales);
    private final ProjectManager projects = unrecorded(ProjectManager.class);
    private final PermissionManager permissions = unrecorded(PermissionManager.class);
    private final JiraAuthenticationContext authentication = unrecorded(JiraAuthenticationContext.class);
    private final SearchService search = unrecorded(SearchService.class);
    private final Searches searches = SearchFixture.searches(search);
    private final ReadinessService readiness = unrecorded(ReadinessService.class);
    private final ReadinessFormatter formatter = unrecorded(ReadinessFormatter.class);
    private final PhaseSearch phases = unrecorded(PhaseSearch.class);
    private final ApplicationUser caller = mock(ApplicationUser.class);
    private final Issue issue = unrecorded(Issue.class);
    private final Access access = new Access(projects, permissions, mock(GlobalPermissionManager.class), authentication);
    private final Responses responses = new Responses(texts);
    private final UriInfo address = Addresses.with();

    @Before
    public void setUp() throws Exception {
        Project shop = mock(Project.class);
        when(shop.getId()).thenReturn(10000L);
        when(locales.getLocale()).thenReturn(Locale.ENGLISH);
        when(authentication.getLoggedInUser()).thenReturn(caller);
        when(projects.getProjectByCurrentKey("SHOP")).thenReturn(shop);
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, shop, caller)).thenReturn(true);
        when(issue.getId()).thenReturn(10200L);
        when(issue.getKey()).thenAnswer(call -> text());
        when(issue.getSummary()).thenAnswer(call -> text());
        when(search.parseQuery(any(), any())).thenAnswer(call -> {
            MessageSet errors = new MessageSetImpl();
            if (composed) {
                assertQuoted(call.getArgument(1));
            }
            if (!isQuery(call.getArgument(1))) {
                errors.addErrorMessage("Error in the JQL Query: " + call.getArgument(1));
            }
            return new SearchService.ParseResult(unrecorded(Query.class), errors);
        });
        when(search.validateQuery(any(), any())).thenReturn(new MessageSetImpl());
        when(search.searchCount(any(), any())).thenAnswer(call -> (long) random.nextInt(600));
        when(search.search(any(), any(), any())).thenAnswer(call -> new SearchResults<>(List.of(issue),
                random.nextInt(10) == 0 ? 20_000 : 1 + random.nextInt(400), call.getArgument(2)));
        Score score = new Score(true, List.of("<b>"), List.of(new Score.Points("has-owner\"<b>", 10, false, true)), List.of());
        when(readiness.scores(any(), any())).thenAnswer(call -> List.of(new ScoredIssue(issue, score)));
        when(readiness.visible(any(), any())).thenAnswer(call -> random.nextInt(4) == 0 ? Optional.empty() : Optional.of(issue));
        when(readiness.of(any(), any())).thenReturn(new Readiness(List.of(), score));
        when(readiness.readyFor(any(), any(), any())).thenReturn(Set.of(10200L));
        when(readiness.failing(any(), any(), any())).thenReturn(Set.of(10200L));
        when(formatter.reply(any(), any(), anyBoolean())).thenAnswer(call -> new ReadinessReplies.IssueReply(text(), true, 0, 1,
                new ReadinessReplies.ScoreReply(OptionalInt.of(1), false, List.of(), List.of(), List.of()),
                List.of(new ReadinessReplies.PersonReply(text(), text())), List.of()));
        when(phases.jql(any(), any(), any(ApplicationUser.class))).thenReturn(Optional.of("issuetype = 7 AND status in (8)"));
    }

    @Test
    public void areAnsweredAsThePageOfAQueryOrARelease() {
        ReadinessResource resource = new ReadinessResource(access, SearchFixture.scopes(search), searches, readiness, mock(BulkCheck.class),
                responses);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int run = 0; run < RUNS; run++) {
            String[] given = {maybe(2), maybe(2), maybe(2), maybe(4), maybe(4)};
            if (random.nextInt(3) == 0) {
                given[0] = null;
                given[1] = "SHOP";
            }
            composed = given[0] == null || given[0].isBlank();
            count(statuses, resource.page(given[0], given[1], given[2], given[3], given[4], address), Arrays.toString(given));
        }
        assertEquals(statuses.toString(), Set.of(200, 400, 404), statuses.keySet());
        assertTrue(statuses.toString(), statuses.values().stream().allMatch(times -> times >= 50));
    }

    @Test
    public void areAnsweredAboutOneIssue() {
        IssueReadinessResource resource = new IssueReadinessResource(access, readiness, formatter, mock(ReadinessPage.class), responses);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int run = 0; run < RUNS; run++) {
            String key = text();
            String transition = maybe(2);
            count(statuses, resource.readiness(key, transition, address), key + "|" + transition);
        }
        assertEquals(statuses.toString(), Set.of(200, 400, 404), statuses.keySet());
        assertTrue(statuses.toString(), statuses.values().stream().allMatch(times -> times >= 50));
    }

    @Test
    public void areTakenByFunctionsOfJqlOrComplainedAbout() {
        TimeZoneManager zones = mock(TimeZoneManager.class);
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone("UTC"));
        Waivers waivers = mock(Waivers.class);
        when(waivers.issuesWithActive(any(), anyInt())).thenReturn(Set.of(10200L));
        ProjectTime time = IssueTypeFixture.time(zones);
        GateDebt owed = new GateDebt(List.of("decision"), "has-owner", "owner", RuleResult.Status.FAILED, time.now().toInstant(),
                GateDebt.Cause.EDITED_AWAY);
        IssueDebt debt = new IssueDebt(10200, 10000, "DECIDED", List.of("decision 1"), List.of(owed));
        Debts debts = unrecorded(Debts.class);
        when(debts.owed(anyLong(), anyInt())).thenAnswer(call -> Collections.nCopies(random.nextInt(4) == 0 ? 501 : 1, debt));
        when(debts.owedIn(anyLong(), anyLong(), anyInt())).thenReturn(List.of(debt));
        Records records = unrecorded(Records.class);
        when(records.issuesWith(any(), any(), anyInt())).thenReturn(Set.of(10200L));
        AtomicBoolean tooMany = new AtomicBoolean();
        ApprovalRequests requests = unrecorded(ApprovalRequests.class);
        when(requests.issuesIn(any(), anyInt())).thenAnswer(call -> Collections.nCopies(tooMany.get() ? 5_001 : 1, 10200L));
        when(requests.openIn(any(), anyInt())).thenAnswer(call -> Collections.nCopies(tooMany.get() ? 5_001 : 1, 10200L));
        ApprovalSteps steps = unrecorded(ApprovalSteps.class);
        when(steps.placesOf(any(), anyLong(), anyInt()))
                .thenAnswer(call -> Collections.nCopies(tooMany.get() ? 5_001 : 1, new ApprovalSteps.Place(1, 10200, 2)));
        ApprovalsBatchReader approvals = unrecorded(ApprovalsBatchReader.class);
        UserManager users = unrecorded(UserManager.class);
        when(users.getUserByName(any())).thenAnswer(call -> call.<String>getArgument(0).length() % 2 == 0 ? caller : null);
        List<IssueFunction> functions = List.of(new GateReadyFunction(searches, texts, phases, readiness),
                new DecisionsWithoutOwnerFunction(searches, texts, phases, readiness),
                new GateWaivedFunction(searches, texts, waivers, time), new RecordedFunction(searches, texts, records),
                new GateDebtFunction(searches, texts, debts, waivers, projects, time),
                new ApprovalPendingFunction(searches, texts, requests, approvals, projects),
                new ApprovalPendingForMeFunction(searches, texts, requests, approvals, projects, unrecorded(Delegations.class), time),
                new ApprovalStaleFunction(searches, texts, requests, approvals, projects),
                new ApprovedByFunction(searches, texts, requests, approvals, projects, steps, users),
                new DecisionApproverIsOwnerFunction(searches, texts, requests, approvals, projects));
        assertEquals("every function that the app has", functionsOfTheApp(),
                functions.stream().map(function -> function.getClass().getName()).collect(Collectors.toSet()));
        JqlFunctionModuleDescriptor descriptor = mock(JqlFunctionModuleDescriptor.class);
        when(descriptor.getFunctionName()).thenReturn("gateReady");
        functions.forEach(function -> function.init(descriptor));
        Map<String, Integer> valid = new TreeMap<>();
        composed = true;
        for (int run = 0; run < RUNS; run++) {
            IssueFunction function = functions.get(run % functions.size());
            tooMany.set(random.nextInt(4) == 0);
            List<String> arguments = Stream.generate(this::text).limit(random.nextInt(4)).collect(Collectors.toList());
            if (random.nextBoolean()) {
                arguments.add(0, FIRST.get(random.nextInt(FIRST.size())));
            }
            FunctionOperand operand = new FunctionOperand("gateReady", arguments);
            MessageSet problems = function.validate(caller, operand, null);
            problems.getErrorMessages().forEach(
                    problem -> assertTrue(arguments + " is answered by " + problem, !problem.isBlank() && problem.length() <= 2_000));
            valid.merge(function.getClass().getSimpleName() + " " + !problems.hasAnyErrors(), 1, Integer::sum);
            if (!problems.hasAnyErrors()) {
                // the issues are counted again, and there may be too many by now
                assertValuesOrTooMany(function, operand);
            }
        }
        assertEquals(valid.toString(), 2 * functions.size(), valid.size());
        assertTrue(valid.toString(), valid.values().stream().allMatch(times -> times >= 20));
    }

    private static void assertQuoted(String jql) {
        assertTrue(jql + " holds something of an argument outside of quotation marks",
                COMPOSED.matcher(VALUE.matcher(jql).replaceAll("q")).matches());
    }

    private static Set<String> functionsOfTheApp() {
        return Pattern.compile("<jql-function [^>]*class=\"([^\"]+)\"").matcher(Tree.text(Tree.ROOT.resolve("atlassian-plugin.xml")))
                .results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private void assertValuesOrTooMany(IssueFunction function, FunctionOperand operand) {
        try {
            function.getValues(() -> caller, operand, null);
        } catch (IllegalArgumentException e) {
            assertTrue(operand.getArgs() + ": " + e.getMessage(), Pattern.compile(" at most 5000? issues").matcher(e.getMessage()).find());
        }
    }

    private static void count(Map<Integer, Integer> statuses, Response response, String given) {
        assertTrue(response.getStatus() + " for " + given, response.getStatus() < 500);
        assertEquals(given, "application/json;charset=UTF-8", response.getMediaType().toString());
        assertEquals(given, "nosniff", response.getHeaderString("X-Content-Type-Options"));
        assertTrue(given, JsonMapper.shared().readTree((String) response.getEntity()).isObject());
        statuses.merge(response.getStatus(), 1, Integer::sum);
    }

    /** A second telling of what Jira reads as a query, by taking away what is quoted and what is in brackets. */
    private static boolean isQuery(String jql) {
        String bare = QUOTED.matcher(jql).replaceAll("q");
        if (bare.matches("(?s).*[\"'\\\\].*")) {
            return false;
        }
        long orders = ORDER.matcher(bare).results().count();
        String open = bare;
        while (INNERMOST.matcher(open).find()) {
            open = INNERMOST.matcher(open).replaceAll("q");
        }
        return !open.contains("(") && !open.contains(")") && orders <= 1 && ORDER_BY.matcher(open).results().count() == orders
                && !bare.matches("(?is).*(?<![\\p{L}\\p{N}_.@-])order");
    }

    /** A text once in {@code often} times, else null. */
    private String maybe(int often) {
        return random.nextInt(often) > 0 ? null : text();
    }

    private String text() {
        return random.ints(1 + random.nextInt(3), 0, PIECES.size()).mapToObj(PIECES::get)
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static <T> T unrecorded(Class<T> type) {
        return mock(type, withSettings().stubOnly());
    }
}
