package com.atlassian.jira.issue;

import java.util.List;

import com.atlassian.jira.issue.attachment.Attachment;

public interface AttachmentManager {
    List<Attachment> getAttachments(Issue issue);
}
