package org.decisiongates.jira.blocker;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.page.view.LinkView;

public class RaiseBlockerViewTest {

    @Test
    public void asksForWhatABlockerNeeds() {
        page(view("SHOP-8", List.of("Component is required."),
                List.of(new LinkView("SHOP-9 was created.", "/jira/browse/SHOP-9", "blocker")),
                List.of(new BlockerInputView("summary", "Summary", "line", "", "Blocked: pay by card", "", List.of()),
                        new BlockerInputView("due", "Due date", "day", "", "", "Set a due date.", List.of()),
                        new BlockerInputView("fallback", "Fallback", "lines", "What happens otherwise.", "Sell\nby phone", "Too short.",
                                List.of()),
                        new BlockerInputView("customer-facing", "Customer-facing", "choice", "", "yes", "",
                                List.of(new BlockerOptionView("no", "No", false), new BlockerOptionView("yes", "Yes", true)))),
                List.of(new BlockerInputView("audience", "Audience", "line", "Who is told.", "", "Say who is told.", List.of()))))
                .matches("typical");
    }

    @Test
    public void saysWhyNobodyCanRaiseOne() {
        page(view("SHOP-8", List.of("There is no project."), List.of(), List.of(), List.of())).matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(view("SHOP-8", List.of(text), List.of(new LinkView(text, "/jira/browse/SHOP-9", "blocker")),
                List.of(new BlockerInputView("summary", text, "line", text, text, text, List.of()),
                        new BlockerInputView("fallback", text, "lines", text, text, text, List.of()),
                        new BlockerInputView("link", text, "choice", text, text, text, List.of(new BlockerOptionView(text, text, true)))),
                List.of(new BlockerInputView("audience", text, "line", text, text, text, List.of())))).matches("hostile");
    }

    private static RaiseBlockerView view(String issue, List<String> messages, List<LinkView> raised, List<BlockerInputView> inputs,
            List<BlockerInputView> plan) {
        return new RaiseBlockerView("atl_token", "token", "/jira/plugins/servlet/decision-gates/raise-blocker", issue,
                new LinkView("Back to " + issue, "/jira/browse/" + issue, "issue"), messages, raised, inputs, plan);
    }

    private static GoldenHtml page(RaiseBlockerView view) {
        return GoldenHtml.of("jira/blocker/raise-blocker.vm").with("view", view);
    }
}
