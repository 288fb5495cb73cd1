package org.decisiongates.jira.task;

import java.util.List;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/**
 * A background task on its page, as its template sees it, or that there is none for the reader.
 *
 * @param tokenName  name of the input that proves that a form comes from this page
 * @param errors     why what was asked of it was not done
 * @param kind       what is done
 * @param title      what it is about; empty text where there is none
 * @param ways       back to where it was started
 * @param state      what there is to say of how it stands, as a message
 * @param progress   how far it is; empty when it is over
 * @param report     what came of it; empty unless it is done
 */
public record TaskView(String tokenName, String tokenValue, List<String> errors, String kind, String title, List<LinkView> ways,
        MarkView state,
        List<ProgressView> progress, List<ReportView> report) {
}
