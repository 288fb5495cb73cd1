package org.decisiongates.approval;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.decisiongates.issue.SealedSection;

/** Who wrote what issues say. */
public interface ContentEditors {

    /**
     * User keys of everybody who ever edited a section of an issue, whether or not anything of that is left; whoever created it is among
     * those of each section.
     *
     * @param issueId the host's issue id
     */
    Map<SealedSection, Set<String>> of(long issueId);

    /** The same of several issues, by their ids: one statement of the app for all. */
    Map<Long, Map<SealedSection, Set<String>>> ofIssues(Collection<Long> issueIds);
}
