package org.decisiongates.jira.approval;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.page.view.LinkView;

public class MyApprovalsViewTest {

    private static final String ADDRESS = "/jira/plugins/servlet/decision-gates/my-approvals";
    private static final DelegationInputView NOTHING = input("", "");

    @Test
    public void saysThatNothingWaits() {
        page(new MyApprovalsView("atl_token", "token", ADDRESS, List.of(), List.of(), "",
                new MyApprovalListView(List.of(), "", List.of()), new MyApprovalListView(List.of(), "", List.of()), List.of(), List.of(),
                "",
                NOTHING, NOTHING, NOTHING, NOTHING)).matches("empty");
    }

    @Test
    public void listsWhatWaitsWhatIsStaleAndWhoStandsIn() {
        page(new MyApprovalsView("atl_token", "token", ADDRESS, List.of(), List.of("The delegation has been saved."), "Times are in UTC.",
                new MyApprovalListView(List.of(
                        new MyApprovalRowView("SHOP-1", "/jira/browse/SHOP-1#decision-gates-approvals", "Refund by card?",
                                List.of("Legal, Support"), "Ann, 3/Nov/26 4:05 PM",
                                "Please look at the refunds first.\nThe rest is as before.", ""),
                        new MyApprovalRowView("SHOP-2", "/jira/browse/SHOP-2#decision-gates-approvals", "One page?",
                                List.of("Board, on behalf of Ben"), "Cleo, 4/Nov/26 9:00 AM", "", "")),
                        "2 more issues wait for you, and you may not see them.",
                        List.of(new LinkView("Look further", ADDRESS + "?after=17", "next"))),
                new MyApprovalListView(List.of(new MyApprovalRowView("SHOP-3", "/jira/browse/SHOP-3#decision-gates-approvals",
                        "Which bank?", List.of("question: Last changed by Ann, 3/Nov/26 4:05 PM", "release"), "1/Nov/26 8:00 AM", "",
                        "See the difference")), "",
                        List.of(new LinkView("Back to your latest approvals", ADDRESS, "previous"))),
                List.of(new DelegationRowView("Dora", "3/Nov/26 to 9/Nov/26", "Storefront", "7", "End the delegation to Dora")),
                List.of(new DelegationRowView("Ben", "3/Nov/26", "All projects", "", "")), "", NOTHING, NOTHING, NOTHING, NOTHING))
                .matches("typical");
    }

    /** On a phone the form stands far below the fold. */
    @Test
    public void opensAtTheFirstInputWithAnErrorAndSaysSoAboveTheForm() {
        Map<String, String> faults = Map.of(DelegationForm.LAST, "This day is past.", DelegationForm.FIRST, "Type a day.");
        List<DelegationInputView> inputs = DelegationForm.INPUTS.stream().map(name -> MyApprovalsFormatter.input("typed", name, faults))
                .toList();
        Document page = Jsoup.parse(page(new MyApprovalsView("atl_token", "token", ADDRESS, List.of(), List.of(), "",
                new MyApprovalListView(List.of(), "", List.of()), new MyApprovalListView(List.of(), "", List.of()), List.of(), List.of(),
                "The delegation was not saved.", inputs.get(0), inputs.get(1), inputs.get(2), inputs.get(3))).render());
        assertEquals(List.of("first"), page.select("[autofocus]").eachAttr("name"));
        assertEquals(List.of("first", "last"), page.select("[aria-invalid]").eachAttr("name"));
        assertEquals("The delegation was not saved.", page.selectFirst("form#decision-gates-delegation").previousElementSibling().text());
        assertEquals("alert", page.selectFirst("form#decision-gates-delegation").previousElementSibling().attr("role"));
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        MyApprovalListView list = new MyApprovalListView(
                List.of(new MyApprovalRowView(text, "/jira/browse/SHOP-1#decision-gates-approvals", text, List.of(text), text, text, text)),
                text,
                List.of(new LinkView(text, ADDRESS + "?after=1", "next")));
        List<DelegationRowView> rows = List.of(new DelegationRowView(text, text, text, text, text));
        page(new MyApprovalsView("atl_token", text, ADDRESS, List.of(text), List.of(text), text, list, list, rows, rows, text,
                input(text, text), input(text, text), input(text, text), input(text, text))).matches("hostile");
    }

    private static DelegationInputView input(String value, String error) {
        return new DelegationInputView(value, error, !error.isEmpty());
    }

    private static GoldenHtml page(MyApprovalsView view) {
        return GoldenHtml.of("jira/approval/my-approvals.vm").with("view", view);
    }
}
