package org.decisiongates.jira.approval;

import java.util.List;

/**
 * What became of the approved scope, on the panel of approvals.
 *
 * @param note    what was changed, as a sentence; empty text where nothing was
 * @param state   whether that is recorded, in a word or two
 * @param style   of the lozenge that says so
 * @param changes scope changes that are linked, and what each is worth
 * @param raise   where another one is raised; empty text where none is needed, or the reader may not
 * @param next    what has to be done by somebody else, as a sentence; empty text for nothing
 */
public record ApprovedScopeView(String note, String state, String style, List<ScopeChangeRowView> changes, String raise, String next) {

    static final ApprovedScopeView NOTHING = new ApprovedScopeView("", "", "", List.of(), "", "");

    public ApprovedScopeView {
        changes = List.copyOf(changes);
    }
}
