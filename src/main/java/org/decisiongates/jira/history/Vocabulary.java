package org.decisiongates.jira.history;

import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.journal.Change;

/** What the ids and names in Jira's history mean to the app. */
interface Vocabulary {

    /** What issues of this type in this project are to the app; empty when it does not look at them. */
    Optional<Change.Kind> kind(long projectId, String typeId);

    /** The phase a status stands for, in the notation of {@link Change.Item#PHASE}. */
    String phase(String typeId, String statusId);

    /** What a field is to the journal; empty when it does not ask about it. */
    Optional<Tracked> field(boolean custom, String name);

    /** The dates of a version; empty when it was removed. */
    Optional<Release> release(long versionId);

    /** The id of the issue that has this key now. */
    OptionalLong issueId(String key);
}
