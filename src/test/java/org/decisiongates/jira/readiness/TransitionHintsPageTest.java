package org.decisiongates.jira.readiness;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.templaterenderer.TemplateRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.IssueViews;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.ReadinessEvaluator;

public class TransitionHintsPageTest {

    private final JiraFields fields = mock(JiraFields.class);
    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final JiraTexts texts = new JiraTexts(Texts.resolver(), locales);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final Issue issue = mock(Issue.class);
    private final TransitionHintsPage page = new TransitionHintsPage(new ReadinessFormatter(texts, fields, Moments.days()), fields, texts,
            types,
            application, mock(TemplateRenderer.class));

    @Before
    public void fieldsHaveIdsAndNames() {
        when(locales.getLocale()).thenReturn(Locale.US);
        when(fields.idOf(any())).thenAnswer(call -> call.<Field>getArgument(0).id());
        when(fields.nameOf(any(), any())).thenAnswer(call -> "The " + call.<Field>getArgument(0).id());
        when(fields.custom(any())).thenReturn(Optional.empty());
        when(application.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
        when(issue.getKey()).thenReturn("SHOP-7");
        when(types.of(issue)).thenReturn(Optional.of(OwnIssueType.DECISION));
    }

    @Test
    public void showsWhatIsAdvisedAndNothingThatRefuses() {
        Document shown = Jsoup.parse(page(IssueViews.anItem().ownedByNobody().dueNever().accepting("Checkout is fast"), "Send for review",
                rule("has-owner"), rule("has-acceptance-criteria"), rule("has-due-date").enforced(Enforcement.ADVISE),
                rule("has-fallback").enforced(Enforcement.EVALUATE)).matches("typical"));
        assertEquals(List.of("acceptance-criteria", "duedate"), shown.select("li").eachAttr("data-field"));
    }

    @Test
    public void namesTheFieldOfASuccessorWhereThereIsNoAdvice() {
        Document shown = Jsoup.parse(page(IssueViews.anItem(), "Supersede", rule("has-successor"), rule("has-reason")).matches("empty"));
        assertEquals("superseded-by", shown.select(".decision-gates-hints").attr("data-successor"));
        assertEquals(0, shown.select("li, .aui-message").size());
    }

    @Test
    public void leadsToTheRecordForWhatIsMissingThere() {
        Criterion verified = new Criterion(1, "No refund is <b>lost", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED);
        GoldenHtml shown = page(IssueViews.anItem().recording(verified), "Decide", rule("criteria-have-evidence"), rule("has-owner"));
        assertEquals(List.of("/jira/browse/SHOP-7#decision-gates-record-evidence"),
                Jsoup.parse(shown.matches("record.typical")).select(".aui-message-warning li a[target=_blank]").eachAttr("href"));
        when(types.of(issue)).thenReturn(Optional.empty());
        assertEquals("an issue without a record", 0, Jsoup.parse(page(IssueViews.anItem().recording(verified), "Decide",
                rule("criteria-have-evidence")).render()).select("li").size());
    }

    @Test
    public void takesTheFieldThatThePolicyNames() {
        ConfiguredRule other = ConfiguredRule.of(Rules.of("has-successor").orElseThrow(), Map.of("field", "summary"), Optional.empty());
        assertEquals("summary", Jsoup.parse(page(IssueViews.anItem(), "Supersede", other).render()).select(".decision-gates-hints")
                .attr("data-successor"));
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        doReturn(text).when(fields).nameOf(any(), any());
        doReturn(text).when(fields).idOf(any());
        page(IssueViews.anItem().ownedByNobody().accepting(text + " is fast"), text,
                ConfiguredRule.of(Rules.of("has-owner").orElseThrow(), Map.of(), Optional.of(text)).enforced(Enforcement.ADVISE),
                rule("has-acceptance-criteria"),
                ConfiguredRule.unusable(text, Map.of(), Optional.empty(), Finding.general("decision-gates.gate.error.unknown-rule", text))
                        .enforced(Enforcement.ADVISE))
                .matches("hostile");
    }

    private GoldenHtml page(IssueView item, String transition, ConfiguredRule... rules) {
        return GoldenHtml.of("jira/readiness/hints.vm").with("view", page.view(issue, new ReadinessEvaluator(IssueViews.NOW.by("lead"))
                .evaluate(new GatedTransition(11, transition, List.of(Gate.of(rules))), item, ActiveWaivers.NONE)));
    }

    private static ConfiguredRule rule(String key) {
        return ConfiguredRule.of(Rules.of(key).orElseThrow());
    }
}
