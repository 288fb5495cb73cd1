package org.decisiongates.replay;

import org.decisiongates.issue.IssueView;

/**
 * An issue as it is now, to go back from.
 *
 * @param id        the host's id
 * @param projectId the host's id
 * @param typeId    the host's id of its type
 * @param statusId  the host's id of its status
 * @param view      what is in it
 */
public record CurrentIssue(long id, String key, long projectId, String typeId, String statusId, IssueView view) {
}
