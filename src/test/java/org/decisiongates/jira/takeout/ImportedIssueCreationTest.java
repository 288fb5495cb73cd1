package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.project.Project;
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
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.takeout.TakenIssue;

public class ImportedIssueCreationTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final String CAUSE = "customfield_10108";
    private static final String EXPIRY = "customfield_10109";
    private static final String CUSTOMERS = "customfield_10107";

    private final IssueService issues = mock(IssueService.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final OwnFields own = mock(OwnFields.class);
    private final BlockerCauses causes = mock(BlockerCauses.class);
    private final IssueInputParameters input = mock(IssueInputParameters.class);
    private final JiraFields fields = mock(JiraFields.class);
    private final DateFieldFormat picker = mock(DateFieldFormat.class);
    private final DayParser days = mock(DayParser.class);
    private final JiraTexts texts = mock(JiraTexts.class,
            call -> call.getMethod().getReturnType() == String.class
                    ? call.getArguments().length > 1 ? call.getArgument(0) + " " + call.getArgument(1) : ""
                    : null);
    private final ImportedIssueCreation creation = new ImportedIssueCreation(issues, types, own, fields, causes,
            new CreationByImport(), picker, days, texts);
    private final List<String> notes = new ArrayList<>();

    @Before
    public void fieldsWithOptions() {
        Option vendor = mock(Option.class);
        when(vendor.getOptionId()).thenReturn(10305L);
        when(causes.chosen(any())).thenReturn(Optional.empty());
        when(causes.chosen("Vendor")).thenReturn(Optional.of(vendor));
        when(own.idOf(OwnField.CAUSE)).thenReturn(Optional.of(CAUSE));
        when(own.idOf(OwnField.RISK_EXPIRY)).thenReturn(Optional.of(EXPIRY));
        when(own.idOf(OwnField.CUSTOMER_FACING)).thenReturn(Optional.of(CUSTOMERS));
        when(own.no()).thenReturn(Optional.of("10301"));
        when(types.requireIdIn(eq(OwnIssueType.BLOCKER), any())).thenReturn("10001");
        when(issues.newIssueInputParameters()).thenReturn(input);
        when(issues.validateCreate(any(), any())).thenReturn(
                new IssueService.CreateValidationResult(mock(MutableIssue.class), new SimpleErrorCollection(), Map.of()));
    }

    @Test
    public void choosesOptionsByTheirIdsHere() {
        prepare(Map.of("cause", "Vendor", "customer-facing", "No"));
        verify(input).addCustomFieldValue(CAUSE, "10305");
        verify(input).addCustomFieldValue(CUSTOMERS, "10301");
        assertEquals(List.of(), notes);
    }

    @Test
    public void leavesOutAnOptionThatIsNotHereAndSaysSo() {
        prepare(Map.of("cause", "Weather"));
        verify(input, never()).addCustomFieldValue(any(), any());
        assertEquals(List.of("decision-gates.takeout.import.no-option Weather"), notes);
    }

    /** A picker with two digits of the year writes 2126 as 26; one with four takes a year of antiquity. */
    @Test
    public void refusesADayThatJiraWouldStoreInAnotherCentury() {
        LocalDate day = LocalDate.parse("2026-12-01");
        when(fields.nameOf(any(), any())).thenReturn("Due date");
        when(days.day(any())).then(call -> Optional.of(LocalDate.parse(call.getArgument(0))));
        when(days.day("2126-12-01")).thenReturn(Optional.empty());
        when(picker.formatDatePicker(Date.valueOf(day))).thenReturn("01/Dec/26");
        prepare(Optional.of(day), Map.of("risk-expiry", "2026-12-01"));
        verify(input).setDueDate("01/Dec/26");
        verify(input).addCustomFieldValue(EXPIRY, "01/Dec/26");
        for (String wrong : List.of("2126-12-01", "0026-12-01", "3000-01-01")) {
            assertEquals(List.of("decision-gates.takeout.import.no-day Due date"),
                    assertThrows(wrong, ImportedIssueCreation.RefusedException.class,
                            () -> prepare(Optional.of(LocalDate.parse(wrong)), Map.of())).reasons());
            assertThrows(wrong, ImportedIssueCreation.RefusedException.class,
                    () -> prepare(Optional.empty(), Map.of("risk-expiry", wrong)));
        }
    }

    private void prepare(Map<String, String> fields) {
        prepare(Optional.empty(), fields);
    }

    private void prepare(Optional<LocalDate> due, Map<String, String> fields) {
        Project shop = mock(Project.class);
        when(shop.getId()).thenReturn(10000L);
        TakenIssue blocker = new TakenIssue(10_009, "OLD-9", "blocker", "Provider is slow", "", "Open", Optional.of("OPEN"),
                Optional.empty(), MONDAY, MONDAY,
                due, Optional.empty(), fields, List.of(), 0, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(),
                List.of());
        creation.prepare(blocker, new IssueImport.Target("https://old.example.com", shop, mock(ApplicationUser.class),
                new ImportPersonMapping(Map.of(), mock(UserManager.class)), false), notes);
    }
}
