package org.decisiongates.jira.project;

import java.util.List;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.project.SetupPlanLine.Kind;

/**
 * What taking back does to a scheme of a project.
 *
 * @param kind  which scheme
 * @param name  what people know it by
 * @param isOwn whether the app made it, so that it is removed
 * @param added which of the app's types are taken out of it where it was there before
 */
public record SchemeUndoPreview(Kind kind, String name, boolean isOwn, List<OwnIssueType> added) {

    public SchemeUndoPreview {
        added = List.copyOf(added);
    }

    static SchemeUndoPreview of(UndoStep step, Scheme scheme) {
        return new SchemeUndoPreview(step.kind(), step.name(), step.isOwn(), step.isOwn() ? List.of() : scheme.added(step));
    }

    /** Their plural. */
    public String plural() {
        return SharedSchemes.plural(added);
    }
}
