package org.decisiongates.acceptance;

import java.util.Map;

/** What documented REST cannot show, and where to look instead. */
final class Unanswerable {

    private static final Map<Assumption, String> WHY = Map.of(
            Assumption.A4,
            "it takes over 10 000 issues changed at once; import as many into an enabled project and look for them in its summary",
            Assumption.A5, "REST shows no project page; open the project and choose Decisions and Blockers in its sidebar",
            Assumption.A12, "REST cannot rename a field; rename Owner, change one, and look at the summary's owners",
            Assumption.A13, "REST shows no macro browser; insert the macro by hand",
            Assumption.A18, "REST shows no Create dialog; press Create in Confluence and look for both pages",
            Assumption.A19, "REST shows no issue page; open a Task and look for Customer impact",
            Assumption.A20, "REST does not tell the database; look at System information in Jira",
            Assumption.A21, "REST does not show which parser ran; the app's self-check names classes that come from elsewhere");

    private Unanswerable() {
    }

    static void report(Findings findings) {
        WHY.forEach((assumption, why) -> {
            if (!findings.isKnown(assumption)) {
                findings.cannotBeTold(assumption, why);
            }
        });
    }
}
