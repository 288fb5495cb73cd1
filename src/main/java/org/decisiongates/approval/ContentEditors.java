package org.decisiongates.approval;

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
}
