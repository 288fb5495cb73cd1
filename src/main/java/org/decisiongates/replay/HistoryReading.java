package org.decisiongates.replay;

import java.time.Instant;
import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.ProjectVersion;

/** What the ids, names and sentences in the host's history mean. */
public interface HistoryReading {

    /** How the history words changes of the field. */
    FieldHistoryFormat historyFormat(Field field);

    /** Whether any custom field is called so now; the history goes on using the names of fields that were renamed or deleted. */
    boolean isFieldNow(String name);

    /** The key of the account that the history calls by key or by name; what it says where there is none. */
    String personKey(String id, String text);

    /** The version as it is now; empty when it is gone. */
    Optional<ProjectVersion> version(String id);

    /**
     * A status, and the phase it stands for.
     *
     * @param projectId the host's id of the project whose phase map says what it means
     * @param typeId the host's id of the type of the issue
     * @param name   what it was called then
     */
    IssueStatus status(long projectId, String typeId, String statusId, String name);

    /** What issues of a type are in a project: {@code decision}, {@code blocker}, or the host's id of another type. */
    String type(long projectId, String typeId);

    /** The type and direction of a link that the history has as a sentence with the key of the other issue; empty when it is uncertain. */
    Optional<LinkedIssue.Link> link(String sentence, String otherKey);

    /** The host's id of the issue that has or had this key; empty when it is gone. */
    Optional<Long> issueId(String key);

    /** What another issue was, and where it stood, at an instant; empty when nothing tells. */
    Optional<Standing> standing(long issueId, Instant at);

    /**
     * What an issue was at some time.
     *
     * @param type {@code decision}, {@code blocker}, or the host's id of another type
     */
    record Standing(String type, IssueStatus status) {
    }
}
