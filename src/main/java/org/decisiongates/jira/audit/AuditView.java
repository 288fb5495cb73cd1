package org.decisiongates.jira.audit;

import java.util.List;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/**
 * The audit of a project as its template sees it.
 *
 * @param notice instead of everything else; empty text for none
 * @param sealed how far the journal is sealed
 * @param week   what the newest closed week says of that; empty text where it says nothing, else {@code success} or {@code error}
 * @param verified what the verification found; empty unless somebody asked for it
 * @param hidden how many entries are left out; empty text for none
 * @param links  files, and older entries
 */
public record AuditView(String notice, String sealed, MarkView week, List<VerificationView> verified, String hidden,
        List<AuditRowView> rows, List<LinkView> links) {
}
