package org.decisiongates.approval;

import java.util.Collection;
import java.util.Map;

/** Who wrote what issues say, and who owned them. */
public interface ContentEditors {

    /** @param issueId the host's issue id */
    EditorsAndOwners of(long issueId);

    /** The same of several issues (at most 200), by their ids: one statement of the app for all. */
    Map<Long, EditorsAndOwners> ofIssues(Collection<Long> issueIds);
}
