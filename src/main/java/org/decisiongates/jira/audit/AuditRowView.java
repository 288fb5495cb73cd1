package org.decisiongates.jira.audit;

import java.util.List;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/**
 * An entry of the journal as the audit shows it.
 *
 * @param issues the issue, or none for a creation
 * @param place  in the chain of the project; empty text until it is sealed
 */
public record AuditRowView(String at, List<LinkView> issues, String transition, String actor, String source, String gate, MarkView outcome,
        List<String> rules, String place) {
}
