package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.DateFieldFormat;
import com.atlassian.jira.util.SimpleErrorCollection;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.gate.CreationByImport;
import org.decisiongates.jira.platform.fields.BlockerCauses;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.task.KeptParts;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.record.Records;
import org.decisiongates.takeout.ImportReport;
import org.decisiongates.takeout.ImportedIssue;
import org.decisiongates.takeout.ImportedIssues;
import org.decisiongates.takeout.TakeOutPart;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenLink;

/** How often an import asks Jira for something, of stand-ins that count. */
public class RunningImportTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private final IssueService service = mock(IssueService.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final CommentManager comments = mock(CommentManager.class);
    private final IssueLinkManager links = mock(IssueLinkManager.class);
    private final IssueLinkTypeManager types = mock(IssueLinkTypeManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final CustomFieldManager customFields = mock(CustomFieldManager.class);
    private final JiraTexts texts = mock(JiraTexts.class, call -> call.getMethod().getReturnType() == String.class ? "told" : null);
    private final OwnFields own = mock(OwnFields.class);
    private final TaskProgress progress = mock(TaskProgress.class);
    private final Project project = mock(Project.class);
    private final IssueImport.Target target = new IssueImport.Target("https://old.example.com", project, mock(ApplicationUser.class),
            new ImportPersonMapping(Map.of(), mock(UserManager.class)), false);
    private final Map<Long, MutableIssue> made = new HashMap<>();

    @Before
    public void aJiraThatTakesEverything() {
        when(service.newIssueInputParameters()).thenReturn(mock(IssueInputParameters.class));
        when(service.validateCreate(any(), any())).thenReturn(
                new IssueService.CreateValidationResult(mock(MutableIssue.class), new SimpleErrorCollection(), Map.of()));
        when(service.create(any(), any())).then(call -> new IssueService.IssueResult(issue(made.size() + 1)));
        when(service.validateUpdate(any(), any(), any())).thenReturn(
                new IssueService.UpdateValidationResult(null, new SimpleErrorCollection(), Map.of()));
        when(service.update(any(), any())).thenReturn(new IssueService.IssueResult(null));
        when(issues.getIssueObject(anyLong())).then(call -> made.get(call.<Long>getArgument(0)));
        IssueLinkType blocks = mock(IssueLinkType.class);
        when(blocks.getName()).thenReturn("Blocks");
        when(types.getIssueLinkTypes()).thenReturn(List.of(blocks));
        when(permissions.hasPermission(any(), any(Project.class), any())).thenReturn(true);
        when(own.idOf(any())).thenReturn(Optional.of("customfield_1"));
        when(project.getKey()).thenReturn("NEW");
    }

    @Test
    public void asksJiraTheSameForEachIssueHoweverManyThereAre() {
        assertEquals(30, calls(issue -> issue(issue, List.of(), Map.of()), 5));
        assertEquals("created 3, comment 2, is it there 1", 60, calls(issue -> issue(issue, List.of(), Map.of()), 10));
        assertEquals("may link 1, types 1, is it there 1, and 1 for each link", 100,
                calls(issue -> issue(issue, linksTo(issue, 1), Map.of()), 10));
        assertEquals("two links more", 120, calls(issue -> issue(issue, linksTo(issue, 1, 2, 3), Map.of()), 10));
        assertEquals("no link twice", 100, calls(issue -> issue(issue, linksTo(issue, 1, 1, 1), Map.of()), 10));
        assertEquals("the two issues 2, the field 1, and 3 to fill it in", 120,
                calls(issue -> issue(issue, List.of(), Map.of(OwnField.SUPERSEDED_BY.key(), "OLD-1")), 10));
    }

    @Test
    public void asksForNothingOfWhatWasImportedBefore() {
        List<TakenIssue> file = IntStream.rangeClosed(1, 10).mapToObj(number -> issue(number, List.of(), Map.of())).toList();
        ImportedInMemory imported = new ImportedInMemory();
        run(file, imported);
        Stream.of(service, comments, links, types, permissions).forEach(org.mockito.Mockito::clearInvocations);
        ImportReport report = run(file, imported);
        assertEquals(10, report.found());
        assertEquals(0, Stream.of(service, comments, links, types, permissions).mapToInt(RunningImportTest::asked).sum());
    }

    /** To those so many further on, of ten. */
    private static List<TakenLink> linksTo(int issue, int... further) {
        return IntStream.of(further).mapToObj(steps -> new TakenLink("Blocks", "blocks", true, "OLD-" + ((issue + steps - 1) % 10 + 1)))
                .toList();
    }

    private int calls(java.util.function.IntFunction<TakenIssue> issue, int many) {
        made.clear();
        Object[] hosts = {service, issues, comments, links, types, permissions, customFields};
        org.mockito.Mockito.clearInvocations(hosts);
        ImportReport report = run(IntStream.rangeClosed(1, many).mapToObj(issue).toList(), new ImportedInMemory());
        assertEquals(many, report.created());
        return Stream.of(hosts).mapToInt(RunningImportTest::asked).sum();
    }

    private static int asked(Object host) {
        return mockingDetails(host).getInvocations().size();
    }

    private ImportReport run(List<TakenIssue> file, ImportedIssues imported) {
        KeptParts parts = mock(KeptParts.class);
        when(parts.count()).thenReturn(1);
        when(parts.read(anyInt())).thenReturn(TakeOutPart.of("OLD", file, Map.of(), file.size()).json());
        OwnIssueTypes own2 = mock(OwnIssueTypes.class);
        IssueImport issueImport = new IssueImport(imported,
                new EarlierImportLookup(imported, own2, issues, mock(Searches.class), Clock.fixed(MONDAY, ZoneOffset.UTC)), issues,
                permissions,
                new ImportedIssueCreation(service, own2, own, mock(JiraFields.class), mock(BlockerCauses.class),
                        new CreationByImport(), mock(DateFieldFormat.class), mock(DayParser.class),
                        texts),
                mock(ImportedRowWriter.class), new ImportedHistory(comments, texts), texts, Clock.fixed(MONDAY, ZoneOffset.UTC));
        return new RunningImport(issueImport, new ImportedLinks(links, types, permissions, texts),
                new ImportedSuccessor(service, issues, customFields, own, texts),
                new ImportedFollowUps(mock(Records.class), issues, mock(OwnIssueAccess.class), texts), parts, target, progress).run();
    }

    private MutableIssue issue(long id) {
        Status draft = mock(Status.class);
        when(draft.getName()).thenReturn("Draft");
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(id);
        when(issue.getKey()).thenReturn("NEW-" + id);
        when(issue.getStatus()).thenReturn(draft);
        made.put(id, issue);
        return issue;
    }

    private static TakenIssue issue(int number, List<TakenLink> links, Map<String, String> fields) {
        return new TakenIssue(number, "OLD-" + number, "decision", "Which provider?", "", "Draft", Optional.of("DRAFT"), Optional.empty(),
                MONDAY, MONDAY, Optional.empty(), Optional.empty(), new TreeMap<>(fields), links, 0, List.of(), List.of(), List.of(),
                Optional.empty(), Optional.empty(),
                List.of());
    }

    /** What was imported, without a database. */
    private static final class ImportedInMemory implements ImportedIssues {

        private final Map<String, ImportedIssue> rows = new HashMap<>();

        @Override
        public Optional<ImportedIssue> find(String origin) {
            return Optional.ofNullable(rows.get(origin));
        }

        @Override
        public boolean begin(String origin, Instant now) {
            return rows.putIfAbsent(origin, new ImportedIssue(origin, Optional.empty(), now, false)) == null;
        }

        @Override
        public void became(String origin, long issueId) {
            rows.computeIfPresent(origin, (same, row) -> new ImportedIssue(origin, Optional.of(issueId), row.begunAt(), row.done()));
        }

        @Override
        public void done(String origin) {
            rows.computeIfPresent(origin, (same, row) -> new ImportedIssue(origin, row.issueId(), row.begunAt(), true));
        }

        @Override
        public void forget(String origin) {
            rows.remove(origin);
        }

        @Override
        public boolean isImported(long issueId) {
            return rows.values().stream().anyMatch(row -> row.issueId().filter(id -> id == issueId).isPresent());
        }
    }
}
