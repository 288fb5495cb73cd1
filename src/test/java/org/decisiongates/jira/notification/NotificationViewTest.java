package org.decisiongates.jira.notification;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.digest.DigestChoiceView;
import org.decisiongates.jira.digest.DigestInputView;

public class NotificationViewTest {

    private static final String ADDRESS = "/jira/plugins/servlet/decision-gates/notifications";
    private static final String WEEK = "/jira/plugins/servlet/decision-gates/digest";
    private static final String SETTINGS = "https://jira.example" + ADDRESS;
    private static final NotificationEntryView REPLY = new NotificationEntryView("Rita replied", "Nov 18, 2026, 1:00 PM",
            "Thread 1: Agree on the scope", "You watch the issue.", List.of("First line", "", "Third <line>"));
    private static final NotificationEntryView BREACH = new NotificationEntryView("The 48 hours have passed", "Nov 18, 2026, 2:00 PM", "",
            "", List.of());
    private static final NotificationEntryView MISSING = new NotificationEntryView("Your approval for Ada is missing: Legal",
            "Nov 17, 2026, 2:00 PM", "Rita asked for the approvals.", "", List.of());
    private static final NotificationMailView MAIL = new NotificationMailView("en", "SHOP-1 Pay later: feedback",
            List.of(new NotificationSectionView("Feedback",
                    List.of(new NotificationIssueView("SHOP-1 Pay later", "https://jira.example/browse/SHOP-1", List.of(REPLY, BREACH)))),
                    new NotificationSectionView("Approvals",
                            List.of(new NotificationIssueView("SHOP-2 Ship later", "https://jira.example/browse/SHOP-2",
                                    List.of(MISSING))))),
            "3 more entries are in Jira.", "In your time zone, UTC.", SETTINGS, "Change these e-mails");

    @Test
    public void offersWhatIsChosen() {
        page("", "", chosen("at-once", true), "typical");
    }

    @Test
    public void hasNothingChosenForAnUnknownValue() {
        page("", "Not that one.", chosen("at-once", false), "empty");
    }

    @Test
    public void showsTextsAsTexts() {
        DigestInputView choice = new DigestInputView(GoldenHtml.HOSTILE, List.of(new DigestChoiceView(GoldenHtml.HOSTILE,
                GoldenHtml.HOSTILE, true)), GoldenHtml.HOSTILE);
        page(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, choice, "hostile");
    }

    @Test
    public void tellsWhatHappened() {
        mail(MAIL, "typical");
        assertEquals("""
                Feedback
                --------

                == SHOP-1 Pay later ==
                https://jira.example/browse/SHOP-1

                * Rita replied (Nov 18, 2026, 1:00 PM)
                  Thread 1: Agree on the scope
                  You watch the issue.
                    First line

                    Third <line>

                * The 48 hours have passed (Nov 18, 2026, 2:00 PM)

                Approvals
                ---------

                == SHOP-2 Ship later ==
                https://jira.example/browse/SHOP-2

                * Your approval for Ada is missing: Legal (Nov 17, 2026, 2:00 PM)
                  Rita asked for the approvals.

                3 more entries are in Jira.

                In your time zone, UTC.
                Change these e-mails: %s
                """.formatted(SETTINGS), NotificationPlainText.of(MAIL));
    }

    @Test
    public void tellsNothingOfNothing() {
        mail(new NotificationMailView("en", "Feedback", List.of(), "", "In your time zone, UTC.", SETTINGS, "Change these e-mails"),
                "empty");
    }

    @Test
    public void mailsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        mail(new NotificationMailView("en", text,
                List.of(new NotificationSectionView(text, List.of(new NotificationIssueView(text, "https://jira.example/browse/SHOP-1",
                        List.of(new NotificationEntryView(text, text, text, text, List.of(text))))))),
                text, text, SETTINGS, text), "hostile");
    }

    private static void page(String text, String error, DigestInputView input, String scenario) {
        List<String> texts = text.isEmpty() ? List.of() : List.of(text);
        DigestInputView wrong = new DigestInputView("", input.choices(), error);
        GoldenHtml.of("jira/notification/notifications.vm").with("view", new NotificationPageView("atl_token", "token", ADDRESS, texts,
                texts, text.isEmpty() ? "In your time zone, UTC." : text, wrong, input, input, input, wrong, input, WEEK))
                .matches(scenario);
    }

    private static void mail(NotificationMailView mail, String scenario) {
        GoldenHtml.of("jira/notification/mail.vm").with("view", mail).matches(scenario);
    }

    private static DigestInputView chosen(String value, boolean isChosen) {
        return new DigestInputView("", List.of(new DigestChoiceView(value, "A few minutes after", isChosen)), "");
    }
}
