package org.decisiongates.jira.takeout;

import java.util.List;

import org.decisiongates.jira.task.ProgressView;
import org.decisiongates.page.view.LinkView;

/**
 * The page that takes out a project, as its template sees it.
 *
 * @param action   where its form is sent
 * @param whole    whether all projects are meant
 * @param project  key of the project; empty text where none is named
 * @param name     of the project
 * @param earlier  id of the task that was interrupted and can be gone on from; empty text for none
 * @param problems why nothing came of it
 * @param progress how far it is; none while none is under way
 * @param files    what came of it
 * @param kept     files of before that can still be fetched
 * @param bounds   how many of them are kept
 */
public record TakeOutView(String tokenName, String tokenValue, String action, boolean whole, String project, String name, String earlier,
        List<String> problems,
        List<ProgressView> progress, List<LinkView> files, List<LinkView> kept, String bounds) {

    public TakeOutView {
        problems = List.copyOf(problems);
        progress = List.copyOf(progress);
        files = List.copyOf(files);
        kept = List.copyOf(kept);
    }
}
