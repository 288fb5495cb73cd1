package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.Addresses;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.gate.RuleDescription.FindingDescription;
import org.decisiongates.jira.platform.rest.Responses;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.rules.Rules;

/** What REST and the page of the rules say: whatever the rules say about themselves. */
public class RuleDescriptionsTest {

    private static final String TEMPLATE = "jira/gate/rules.vm";

    private final RuleDescriptions rules = new RuleDescriptions(Texts.english());

    @Test
    public void describesEveryRuleByItsKey() {
        assertEquals(Rules.all().stream().map(RuleDefinition::key).toList(), rules.all().stream().map(RuleDescription::key).toList());
        assertEquals(Optional.empty(), rules.of("has-nothing"));
        RuleDescription within = rules.of("date-within").orElseThrow();
        assertEquals("Date within days of today", within.name());
        assertEquals("{field} holds a date. It is at most {days-ago} days ago. It is at most {days-ahead} days ahead.", within.claim());
        assertEquals("/plugins/servlet/decision-gates/rules#date-within", within.page());
        assertEquals("a whole number from 0 to 3660", within.settings().get(1).accepts());
        assertEquals(List.of("decision-gates.rule.date-within.missing", "decision-gates.rule.date-within.too-early",
                "decision-gates.rule.date-within.too-late"), within.findings().stream().map(FindingDescription::finding).toList());
        assertEquals(RuleResult.Status.PASSED, within.examples().get(0).result());
    }

    @Test
    public void leavesNoGapInASentence() {
        for (RuleDescription rule : rules.all()) {
            for (FindingDescription finding : rule.findings()) {
                assertFalse(finding.toString(), (finding.message() + finding.remedy()).contains("{"));
            }
            rule.settings().forEach(setting -> assertFalse(setting.toString(), setting.accepts().isBlank() || setting.label().isBlank()));
        }
    }

    @Test
    public void answersOverRestWhatThereIsAndSaysWhatThereIsNot() {
        RulesResource resource = new RulesResource(rules, new Responses(Texts.english()));
        assertTrue(resource.rules(Addresses.with()).getEntity().toString()
                .startsWith("{\"rules\":[{\"key\":\"has-owner\",\"name\":\"Owner assigned\","));
        assertEquals(200, resource.rule("has-owner", Addresses.with()).getStatus());
        for (String unknown : List.of("has-nothing", "", "../has-owner", "HAS-OWNER")) {
            assertEquals(unknown, 404, resource.rule(unknown, Addresses.with()).getStatus());
        }
    }

    @Test
    public void showsEachRuleUnderItsAnchor() {
        Document page = Jsoup
                .parse(page(new RulesView(List.of(shown("has-owner"), shown("field-equals"))))
                        .matches("typical"));
        assertEquals(List.of("has-owner", "field-equals"), page.select("h2").eachAttr("id"));
        page(new RulesView(List.of())).matches("empty");
    }

    @Test
    public void showsAnyTextAsText() {
        String hostile = GoldenHtml.HOSTILE;
        page(new RulesView(List.of(new RuleDescriptionView(hostile, hostile, hostile, hostile, hostile,
                List.of(new RuleRowView(hostile, hostile)), List.of(new RuleRowView(hostile, hostile)),
                List.of(new RuleRowView(hostile, hostile)), hostile)))).matches("hostile");
    }

    private RuleDescriptionView shown(String key) {
        return rules.view(rules.of(key).orElseThrow());
    }

    private static GoldenHtml page(RulesView view) {
        return GoldenHtml.of(TEMPLATE).with("view", view).with("i18n", new BundleTexts());
    }
}
