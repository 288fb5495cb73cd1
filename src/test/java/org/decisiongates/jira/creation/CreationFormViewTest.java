package org.decisiongates.jira.creation;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.page.view.LinkView;

public class CreationFormViewTest {

    private static final CreationOptionView NO_OTHER = new CreationOptionView("", "", false);
    private static final LinkView CREATED = new LinkView("SHOP-9 was created.", "/jira/browse/SHOP-9", "found");

    @Test
    public void asksForWhatABlockerNeeds() {
        page(view("SHOP-8", List.of("Component is required."), List.of(CREATED), "Press again.", NO_OTHER,
                List.of(new CreationInputView("summary", "Summary", "line", "", "Blocked: pay by card", "", List.of()),
                        new CreationInputView("owner", "Owner", "person", "", "maya", "", List.of()),
                        new CreationInputView("due", "Due date", "day", "", "", "Set a due date.", List.of()),
                        new CreationInputView("fallback", "Fallback", "lines", "What happens otherwise.", "Sell\nby phone", "Too short.",
                                List.of()),
                        new CreationInputView("customer-facing", "Customer-facing", "choice", "", "yes", "",
                                List.of(new CreationOptionView("no", "No", false), new CreationOptionView("yes", "Yes", true)))),
                List.of(new CreationInputView("audience", "Audience", "line", "Who is told.", "", "Say who is told.", List.of()))))
                .matches("typical");
    }

    @Test
    public void saysWhyNobodyCanCreateOne() {
        page(view("SHOP-8", List.of("There is no project."), List.of(), "", NO_OTHER, List.of(), List.of())).matches("empty");
    }

    @Test
    public void saysWhatWasCreatedAndLeadsThere() {
        page(view("SHOP-8", List.of(), List.of(new LinkView("SHOP-9 was created.", "/jira/browse/SHOP-9", "created")),
                "It is linked to SHOP-8.",
                NO_OTHER, List.of(), List.of())).matches("created.typical");
    }

    @Test
    public void offersAnotherOneWhereOneWasThereAlready() {
        page(view("SHOP-8", List.of(), List.of(new LinkView("SHOP-9 already exists.", "/jira/browse/SHOP-9", "found")),
                "No second one was created.", new CreationOptionView("SHOP-9", "Create another one", false),
                List.of(new CreationInputView("due", "Due date", "typed-day", "", "soon", "", List.of()),
                        new CreationInputView("copy", "Copy", "tick", "", "", "Tick it.",
                                List.of(new CreationOptionView("10001", "Copy it all the same", true)))),
                List.of())).matches("found");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        CreationOptionView option = new CreationOptionView(text, text, true);
        page(view("SHOP-8", List.of(text), List.of(new LinkView(text, "/jira/browse/SHOP-9", "found")), text, option,
                List.of(new CreationInputView("summary", text, "line", text, text, text, List.of()),
                        new CreationInputView("fallback", text, "lines", text, text, text, List.of()),
                        new CreationInputView("due", text, "typed-day", text, text, text, List.of()),
                        new CreationInputView("copy", text, "tick", text, text, text, List.of(option)),
                        new CreationInputView("link", text, "choice", text, text, text, List.of(option))),
                List.of(new CreationInputView("audience", text, "line", text, text, text, List.of())))).matches("hostile");
    }

    private static CreationFormView view(String issue, List<String> messages, List<LinkView> found, String note, CreationOptionView another,
            List<CreationInputView> inputs, List<CreationInputView> more) {
        return new CreationFormView("atl_token", "token", "Raise blocker", "Raise a Blocker for " + issue,
                "/jira/plugins/servlet/decision-gates/raise-blocker", issue,
                new LinkView("Back to " + issue, "/jira/browse/" + issue, "issue"), messages, found, note, another,
                found.isEmpty(), inputs,
                "Communication plan", more);
    }

    private static GoldenHtml page(CreationFormView view) {
        return GoldenHtml.of("jira/creation/creation.vm").with("view", view);
    }
}
