package org.decisiongates.jira.digest;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class DigestViewTest {

    private static final String ADDRESS = "/jira/plugins/servlet/decision-gates/digest";
    private static final DigestInputView DAY = chosen(new DigestChoiceView("1", "Monday", true),
            new DigestChoiceView("2", "Tuesday", false));
    private static final DigestInputView HOUR = chosen(new DigestChoiceView("8", "08:00", true));
    private static final DigestInputView FORM = chosen(new DigestChoiceView("page", "A page", true),
            new DigestChoiceView("text", "Plain text", false));
    private static final DigestInputView QUIET = chosen(new DigestChoiceView("6", "Saturday", true),
            new DigestChoiceView("1", "Monday", false));

    @Test
    public void asksForAProject() {
        page(new DigestView("atl_token", "token", ADDRESS, List.of(), List.of(), "Your zone.", typed("", ""), DAY, HOUR, FORM, QUIET,
                List.of(), "", "", typed("", ""), List.of())).matches("empty");
    }

    @Test
    public void listsWhatTheReaderGetsAndWhoElseGetsIt() {
        page(new DigestView("atl_token", "token", ADDRESS, List.of(), List.of("Added."), "Your zone.", typed("SHOP", ""), DAY, HOUR, FORM,
                QUIET,
                List.of(new DigestRowView("Storefront", "Monday at 08:00", "A page", "10000", "Stop Storefront",
                        ADDRESS + "?project=SHOP")),
                "Who gets Storefront", "SHOP", typed("", ""),
                List.of(new DigestRowView("Ann", "Friday at 16:00", "Plain text", "ann", "Stop Ann", "")))).matches("typical");
    }

    @Test
    public void saysBelowEachInputWhatIsWrongWithIt() {
        page(new DigestView("atl_token", "token", ADDRESS, List.of("Nothing was done."), List.of(), "Your zone.",
                typed("SHIP", "There is no project SHIP."),
                new DigestInputView("", DAY.choices(), "There is no day 8."), new DigestInputView("", HOUR.choices(), "No such hour."),
                new DigestInputView("", FORM.choices(), "No such form."), new DigestInputView("", QUIET.choices(), "Not that one."),
                List.of(), "Who gets Storefront", "SHOP", typed("an", "There is no user an."), List.of())).matches("list.empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        List<DigestRowView> rows = List.of(new DigestRowView(text, text, text, text, text, ADDRESS + "?project=SHOP"));
        DigestInputView choice = new DigestInputView(text, List.of(new DigestChoiceView(text, text, true)), text);
        page(new DigestView("atl_token", text, ADDRESS, List.of(text), List.of(text), text, typed(text, text), choice, choice, choice,
                choice,
                rows, text, text, typed(text, text), rows)).matches("hostile");
    }

    private static DigestInputView typed(String value, String error) {
        return new DigestInputView(value, List.of(), error);
    }

    private static DigestInputView chosen(DigestChoiceView... choices) {
        return new DigestInputView("", List.of(choices), "");
    }

    private static GoldenHtml page(DigestView view) {
        return GoldenHtml.of("jira/digest/digest.vm").with("view", view);
    }
}
