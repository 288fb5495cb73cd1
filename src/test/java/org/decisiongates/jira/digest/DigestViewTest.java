package org.decisiongates.jira.digest;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class DigestViewTest {

    private static final String ADDRESS = "/jira/plugins/servlet/decision-gates/digest";
    private static final List<DigestChoiceView> DAYS = List.of(new DigestChoiceView("1", "Monday", true),
            new DigestChoiceView("2", "Tuesday", false));
    private static final List<DigestChoiceView> HOURS = List.of(new DigestChoiceView("8", "08:00", true));

    private static final List<DigestChoiceView> FORMS = List.of(new DigestChoiceView("page", "A page", true),
            new DigestChoiceView("text", "Plain text", false));

    @Test
    public void asksForAProject() {
        page(new DigestView("atl_token", "token", ADDRESS, List.of(), List.of(), "Your zone.", "", DAYS, HOURS, FORMS, List.of(), "",
                List.of()))
                .matches("empty");
    }

    @Test
    public void listsWhatTheReaderGetsAndWhoElseGetsIt() {
        page(new DigestView("atl_token", "token", ADDRESS, List.of(), List.of("Added."), "Your zone.", "SHOP", DAYS, HOURS, FORMS,
                List.of(new DigestRowView("Storefront", "Monday at 08:00", "A page", "10000", "Stop Storefront")), "Who gets Storefront",
                List.of(new DigestRowView("Ann", "Friday at 16:00", "Plain text", "ann", "Stop Ann")))).matches("typical");
    }

    @Test
    public void saysThatNobodyIsOnTheList() {
        page(new DigestView("atl_token", "token", ADDRESS, List.of("Choose a day."), List.of(), "Your zone.", "SHOP", DAYS, HOURS, FORMS,
                List.of(), "Who gets Storefront", List.of())).matches("list.empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        List<DigestRowView> rows = List.of(new DigestRowView(text, text, text, text, text));
        page(new DigestView("atl_token", text, ADDRESS, List.of(text), List.of(text), text, text,
                List.of(new DigestChoiceView(text, text, true)), HOURS, FORMS, rows, text, rows)).matches("hostile");
    }

    private static GoldenHtml page(DigestView view) {
        return GoldenHtml.of("jira/digest/digest.vm").with("view", view);
    }
}
