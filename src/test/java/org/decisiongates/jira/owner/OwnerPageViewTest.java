package org.decisiongates.jira.owner;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class OwnerPageViewTest {

    @Test
    public void showsWhatIsChosen() {
        page(view("SHOP", "Storefront", true, List.of(), List.of("Saved."))).matches("typical");
        page(view("SHOP", "Storefront", false, List.of(), List.of())).matches("empty");
    }

    @Test
    public void asksForAProject() {
        page(view("", "", false, List.of("Say which project."), List.of())).matches("no-project");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(view("SHOP", text, true, List.of(text), List.of(text))).matches("hostile");
    }

    private static OwnerPageView view(String project, String name, boolean same, List<String> problems, List<String> done) {
        return new OwnerPageView("atl_token", "token", "/jira/plugins/servlet/decision-gates/owner", project, name, same,
                same ? List.of("Changed by " + name) : List.of(),
                new OwnerActionHoursView(same, "08:30", "17:00", "Europe/Berlin", same ? List.of("Changed by " + name) : List.of()),
                same ? List.of(new OwnerDifferencesView("2 " + name, "/jira/issues/?jql=issue", List.of(
                        new OwnerDifferenceView("SHOP-1", "/jira/browse/SHOP-1", name, name, name)), true, true, name)) : List.of(),
                problems, done);
    }

    private static GoldenHtml page(OwnerPageView view) {
        return GoldenHtml.of("jira/owner/owner.vm").with("view", view);
    }
}
