package org.decisiongates.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.Scope;
import org.decisiongates.summary.WeeklySummary;

/** Leads from a table that is too short for everything to the issue list of the host. */
record IssueLists(Wording wording, WeeklySummary summary) {

    private static final Pattern PROJECT_KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,254}");
    private static final String BROWSE = "browse/";

    /** The table, with a way to all that is open when it does not hold all of it. */
    SectionView under(SectionView table, Part part, long total) {
        String browse = wording.arrangement().browse();
        if (total <= table.getRows().size() || !wording.leadsSomewhere() || !browse.endsWith(BROWSE) || !isListed()) {
            return table;
        }
        String address = browse.substring(0, browse.length() - BROWSE.length()) + "issues/?jql=" + URLEncoder.encode(query(part), StandardCharsets.UTF_8);
        return table.linking(List.of(new LinkView(wording.text("decision-gates.page.list." + part.key()), address, "list")));
    }

    /** What was open in a frozen week is in no list of now. */
    private boolean isListed() {
        Scope scope = summary.scope();
        return summary.frame().frozenAt().isEmpty() && (scope.kind() == Scope.Kind.JQL || PROJECT_KEY.matcher(scope.text()).matches());
    }

    /** A query of somebody else's is shown as he wrote it: its parts cannot be told apart here. */
    private String query(Part part) {
        Scope scope = summary.scope();
        String type = part == Part.BLOCKERS ? "Blocker" : "Decision";
        return scope.kind() == Scope.Kind.JQL ? scope.text()
                : "project = \"" + scope.text() + "\" AND issuetype = " + type + " AND resolution is EMPTY ORDER BY duedate ASC, created ASC";
    }
}
