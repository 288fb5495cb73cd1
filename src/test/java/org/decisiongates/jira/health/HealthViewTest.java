package org.decisiongates.jira.health;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class HealthViewTest {

    @Test
    public void showsWhatIsWrongAndWhatToDo() {
        page(new HealthView("", "1 thing does not work, 1 needs a look.", "Error", "aui-lozenge-removed",
                List.of(new HealthRowView("Error", "aui-lozenge-removed", "Set-up: field.owner has not been created yet.",
                        "Open Decision Gates > Projects and choose Complete the set-up.", "/plugins/servlet/decision-gates/admin",
                        "Fix: field.owner has not been created yet."),
                        new HealthRowView("Warning", "aui-lozenge-moved",
                                "Policies: The policy Decisions names Sam Rivera, who is deactivated.",
                                "Edit the policy Decisions and name somebody else.", "", "")),
                List.of("Fields", "Journal"), "Checked 23 Nov 2026, 07:43:00.",
                List.of(new JobRowView("seal-journal", "node2", "23 Nov 2026, 07:42:30", "1,234 ms", "Done", "aui-lozenge-success",
                        "23 Nov 2026, 07:43:30"),
                        new JobRowView("sweep-debt", "", "Not yet", "", "Waiting", "aui-lozenge-success", "23 Nov 2026, 07:46:00"))))
                .matches("typical");
    }

    @Test
    public void showsThatAllIsWell() {
        page(new HealthView("SHOP", "All 9 checks found nothing that needs attention.", "OK", "aui-lozenge-success", List.of(),
                List.of("Fields"), "Checked 23 Nov 2026, 07:43:00.", List.of())).matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(new HealthView(text, text, text, text,
                List.of(new HealthRowView(text, text, text, text, "/plugins/servlet/decision-gates/admin", text)), List.of(text), text,
                List.of(new JobRowView(text, text, text, text, text, text, text))))
                .matches("hostile");
    }

    private static GoldenHtml page(HealthView view) {
        return GoldenHtml.of("jira/health/health.vm").with("view", view);
    }
}
