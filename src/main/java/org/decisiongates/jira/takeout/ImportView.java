package org.decisiongates.jira.takeout;

import java.util.List;

import org.decisiongates.jira.task.ProgressView;
import org.decisiongates.page.view.LabelledTextView;

/**
 * The page that imports, as its template sees it.
 *
 * @param action   where its form is sent, and the page itself
 * @param home     where to go without importing
 * @param rest     where a file is sent
 * @param longest  bytes of a file
 * @param tooLong  what is said of a longer one
 * @param problems why nothing came of it
 * @param progress how far it is; none while none is under way
 * @param others   the import of somebody else that is under way; none while there is none
 * @param projects those into which can be imported: key, and what people read
 * @param plans    what an import would do; none unless the page is about a file that was checked
 * @param reports  what came of an import; none unless the page is about one
 */
public record ImportView(String tokenName, String tokenValue, String action, String home, String rest, long longest, String tooLong,
        List<String> problems,
        List<ProgressView> progress, List<RunningImportView> others, List<LabelledTextView> projects, List<ImportPlanView> plans,
        List<ImportReportView> reports) {

    public ImportView {
        problems = List.copyOf(problems);
        progress = List.copyOf(progress);
        others = List.copyOf(others);
        projects = List.copyOf(projects);
        plans = List.copyOf(plans);
        reports = List.copyOf(reports);
    }
}
