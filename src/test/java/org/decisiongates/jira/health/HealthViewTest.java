package org.decisiongates.jira.health;

import java.util.List;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class HealthViewTest {

    private static final HealthFormView FORM = new HealthFormView("atl_token", "t0k3n", "/jira/plugins/servlet/decision-gates/health",
            List.of());

    @Test
    public void showsWhatIsWrongAndWhatToDo() {
        matches("typical", new HealthView("", "1 thing does not work, 1 thing needs attention.", "Error", "aui-lozenge-removed",
                List.of(new HealthRowView("Error", "aui-lozenge-removed", "Set-up: field.owner has not been created yet.",
                        "Open Decision Gates > Projects and choose Complete the set-up.", "", "set-up",
                        "Fix: field.owner has not been created yet."),
                        new HealthRowView("Warning", "aui-lozenge-moved",
                                "Policies: The policy Decisions names Sam Rivera, who is deactivated.",
                                "Edit the policy Decisions and name somebody else.",
                                "/plugins/servlet/decision-gates/policies?key=decision", "", "Fix: Policies")),
                List.of("Fields", "Journal"), "Checked 23 Nov 2026, 07:43:00 UTC.",
                List.of(new JobRowView("Seal the journal of gates", "seal-journal", "node2", "23 Nov 2026, 07:42:30 UTC", "1,234 ms",
                        "Done",
                        "aui-lozenge-success", "23 Nov 2026, 07:43:30 UTC"),
                        new JobRowView("Look for gate debt", "sweep-debt", "", "Not yet", "", "Waiting", "", "23 Nov 2026, 07:46:00 UTC")),
                List.of(new OptionalRepairView("The 15 fields of Decision Gates are locked.", "unlock-fields", "Unlock the fields")),
                "/jira/plugins/servlet/decision-gates/support-zip", FORM));
    }

    @Test
    public void showsThatAllIsWell() {
        matches("empty", new HealthView("SHOP", "All 9 checks found nothing that needs attention.", "OK", "aui-lozenge-success", List.of(),
                List.of("Fields"), "Checked 23 Nov 2026, 07:43:00 UTC.", List.of(), List.of(), "", FORM));
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        matches("hostile", new HealthView(text, text, text, text,
                List.of(new HealthRowView(text, text, text, text, "/plugins/servlet/decision-gates/admin", text, text)), List.of(text),
                text,
                List.of(new JobRowView(text, text, text, text, text, text, text, text)),
                List.of(new OptionalRepairView(text, text, text)),
                "/jira/plugins/servlet/decision-gates/support-zip",
                new HealthFormView(text, text, "/jira/plugins/servlet/decision-gates/health", List.of(text))));
    }

    /** Both halves of the page. */
    private static void matches(String scenario, HealthView view) {
        GoldenHtml.of("jira/health/health.vm").with("view", view).matches(scenario);
        GoldenHtml.of("jira/health/health-jobs.vm").with("view", view).matches(scenario);
    }
}
