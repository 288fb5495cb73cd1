package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Test;

import org.decisiongates.confluence.approval.DecisionApprovalsFormatter;
import org.decisiongates.confluence.approval.DecisionApprovalsMacro;
import org.decisiongates.confluence.macro.ConfluenceTexts;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.Tree;

public class HelpPageTest {

    private static final String TEMPLATE = "confluence/summary/help.vm";

    private final Document page = Jsoup
            .parse(GoldenHtml.of(TEMPLATE).with("view", new HelpPage(new ConfluenceTexts(new BundleTexts(), null)).view())
                    .matches("typical"));

    @Test
    public void explainsEveryParameterOfTheMacroAndEveryNotice() {
        String descriptor = Tree.text(Tree.ROOT.resolve("atlassian-plugin.xml"));
        List<String> parameters = Pattern.compile("<parameter name=\"([a-z]+)\"")
                .matcher(descriptor.substring(descriptor.indexOf("weekly-summary-macro"), descriptor.indexOf("decision-approvals-macro")))
                .results().map(one -> one.group(1)).toList();
        assertEquals(11, parameters.size());
        assertEquals(
                parameters.stream()
                        .map(name -> new BundleTexts()
                                .getText("org.decisiongates.decision-gates.decision-weekly-summary.param." + name + ".label"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(page.select("table").get(0).select("tbody td:first-child").eachText()));
        assertEquals(SummaryPage.REASONS.size(), page.select("table").get(2).select("tbody tr").size());
        assertEquals("the other macro", List.of("Issues", "Jira link"),
                page.select("table").get(3).select("tbody td:first-child").eachText());
        assertEquals(DecisionApprovalsFormatter.REASONS.size(), page.select("table").get(5).select("tbody tr").size());
    }

    @Test
    public void saysOfEachTableWhichMacroItIsAboutAndIsWhereTheNoticeOfApprovalsLeads() {
        for (String caption : page.select("h2").eachText()) {
            assertTrue(caption, caption.startsWith("Decision weekly summary: ") || caption.startsWith("Decision approvals: "));
        }
        assertEquals("Decision approvals: parameters",
                page.getElementById(DecisionApprovalsMacro.HELP_ANCHORS + "approvals-parameters").text());
        assertEquals("each is there once", 6, page.select("h2").eachAttr("id").stream().distinct().count());
    }

    /** How far a requirement is met, and what each word of an approver is worth. */
    @Test
    public void explainsEveryMarkOfAnApproval() {
        assertEquals(List.of("approved", "1 of 2 approved", "waits for earlier approvals", "needs discussion", "too few approvers",
                "too many approvers", "not asked for", "entries altered", "open objection", "current", "stale",
                "not counted: owner or editor", "not counted: no longer an approver", "does not count"),
                page.select("table").get(4).select("tbody td:first-child").eachText());
    }

    @Test
    public void leavesNoGapInASentence() {
        for (String text : page.select("td").eachText()) {
            assertTrue(text, !text.isBlank() && !text.contains("{") && !text.contains("\"\""));
        }
    }

    @Test
    public void showsAnyTextAsText() {
        String hostile = GoldenHtml.HOSTILE;
        GoldenHtml.of(TEMPLATE)
                .with("view",
                        new HelpView(hostile, hostile,
                                List.of(new HelpSectionView(hostile, hostile, List.of(hostile), List.of(List.of(hostile))))))
                .matches("hostile");
        GoldenHtml.of(TEMPLATE).with("view", new HelpView("Help", "", List.of())).matches("empty");
    }
}
