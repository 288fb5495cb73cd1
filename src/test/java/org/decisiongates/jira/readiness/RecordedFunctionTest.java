package org.decisiongates.jira.readiness;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.sal.api.message.LocaleResolver;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.record.Records;

public class RecordedFunctionTest {

    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final Records records = mock(Records.class);
    private final Searches searches = mock(Searches.class);
    private final RecordedFunction function = new RecordedFunction(searches, new JiraTexts(Texts.resolver(), locales), records);

    @Before
    public void setUp() {
        JqlFunctionModuleDescriptor descriptor = mock(JqlFunctionModuleDescriptor.class);
        when(descriptor.getFunctionName()).thenReturn("recorded");
        function.init(descriptor);
        when(locales.getLocale()).thenReturn(Locale.US);
    }

    @Test
    public void takesAKindAStateAndProjects() {
        when(records.issuesWith(Kind.RISK, List.of("OPEN"), 1000)).thenReturn(Set.of(7L));
        when(records.issuesWith(Kind.RISK, List.of(), 1000)).thenReturn(Set.of(8L));
        when(records.issuesWith(Kind.TRADE_OFF, List.of(), 1000)).thenReturn(Set.of(9L));
        when(records.issuesWith(Kind.CRITERION, List.of("NOT_DEMONSTRABLE"), 1000)).thenReturn(Set.of(10L));

        assertEquals(List.of("issue in (7)"), function.candidates(null, List.of("Risk", "open")));
        assertEquals(List.of("issue in (8)"), function.candidates(null, List.of("risk")));
        assertEquals(List.of("(project in (\"SHOP\")) AND (issue in "
                + "(7))"), function.candidates(null, List.of("risk", "OPEN", "SHOP")));
        assertEquals(List.of("(project in (\"SHOP\", \"OPS\")) AND (issue in (9))"),
                function.candidates(null, List.of("trade off", "SHOP", "OPS")));
        assertEquals(List.of("issue in (10)"), function.candidates(null, List.of("criterion", "not demonstrable")));
        assertEquals("nobody recorded any", List.of(), function.candidates(null, List.of("evidence")));
    }

    @Test
    public void saysWhatIsWrongWithItsArguments() {
        assertEquals("decision-gates.readiness.jql.no-kind", function.fault(List.of()).orElseThrow().key());
        assertEquals("decision-gates.record.no-such-kind", function.fault(List.of("wish")).orElseThrow().key());
        assertEquals(Optional.empty(), function.fault(List.of("risk", "SHOP")));
    }

    @Test
    public void tellsTheStatesWhereOneIsMisspelled() {
        when(searches.complaints(any(), eq("project in (\"opne\")"))).thenReturn(Set.of("The value 'opne' does not exist."));
        assertEquals(Set.of("The value 'opne' does not exist.",
                "\u201Copne\u201D is not a state of risk either. Its states are open, mitigated, accepted."), problems("risk", "opne"));
        assertEquals(Set.of("The value 'opne' does not exist.",
                "trade-off has no states, so \u201Copne\u201D was taken for the key of a project."), problems("trade-off", "opne"));
        assertEquals("exposure is no state", Set.of("The value 'opne' does not exist.",
                "\u201Copne\u201D is not a state of hypothesis either. Its states are open, validated, invalidated, inconclusive."),
                problems("hypothesis", "opne"));
        assertEquals("where the state is one", Set.of("The value 'opne' does not exist."), problems("risk", "open", "opne"));
        assertEquals("a project", Set.of(), problems("risk", "SHOP"));
        when(searches.complaints(any(), eq("project in (\"SHOP\", \"opne\")"))).thenReturn(Set.of("The value 'opne' does not exist."));
        assertEquals("behind a project", Set.of("The value 'opne' does not exist."), problems("risk", "SHOP", "opne"));
    }

    private Set<String> problems(String... arguments) {
        return function.validate(null, new FunctionOperand("recorded", List.of(arguments)), null).getErrorMessages();
    }

    @Test
    public void letsJiraComplainOfNothingButTheProjects() {
        assertEquals(Optional.of("project in (\"SHOP\")"), function.typed(List.of("risk", "open", "SHOP")));
        assertEquals("the issues are named by the app, hidden ones among them", Optional.of(""), function.typed(List.of("risk")));
    }

    @Test
    public void refusesMoreThanAQueryTakesInsteadOfLeavingAnyOut() {
        when(records.issuesWith(Kind.RISK, List.of(), 1000))
                .thenReturn(LongStream.range(0, 1000).boxed().collect(Collectors.toSet()));
        assertTrue(function.excess(List.of("risk")).orElseThrow().key().endsWith("too-many-recorded"));
    }
}
