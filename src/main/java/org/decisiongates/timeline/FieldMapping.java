package org.decisiongates.timeline;

import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.issue.OwnField;

/** What the ids and names in Jira's history mean to the app. */
public interface FieldMapping {

    /** What issues of this type in this project are to the app; empty when it ignores them. */
    Optional<Change.Kind> kind(long projectId, String typeId);

    /**
     * The phase a status stands for, in the notation of {@link Change.Item#PHASE}.
     *
     * @param statusName what the status was called then, empty when that is not known; it matters when the status was deleted since
     */
    String phase(long projectId, String typeId, String statusId, String statusName);

    /** What the field of an item is to the journal; empty for a field that it does not record. */
    Optional<Field> field(HistoryItem item);

    /** The key of a person whom the history calls by key or by name; what the history shows when there is no such user any more. */
    String person(String id, String text);

    /**
     * Whether an option of the field that says so means that customers notice, by its id, or by its name then where the history has none.
     */
    boolean customersNotice(String optionId, String name);

    /** The dates of a version; empty when it was removed. */
    Optional<ReleaseDates> release(long versionId);

    /** The id of the issue that has this key now. */
    OptionalLong issueId(String key);

    /**
     * What a link means to the issue in whose history it appears, {@link Change.Item#LINK} or {@link Change.Item#SUCCESSOR}; empty for
     * any other.
     */
    Optional<Change.Item> link(String sentence, String otherKey);

    /**
     * A field that the journal records.
     *
     * @param own     which of the app's fields it is; empty for one of Jira's
     * @param certain whether no other field has, or had, the name; else it takes the values to tell them apart
     */
    record Field(TrackedField tracked, Optional<OwnField> own, boolean certain) {
    }
}
