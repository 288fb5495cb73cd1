package com.atlassian.jira.issue.attachment;

import java.sql.Timestamp;

public class Attachment {
    private final String filename;
    private final String mimetype;
    private final String authorKey;
    private final Timestamp created;

    public Attachment(String filename, String mimetype, String authorKey, Timestamp created) {
        this.filename = filename;
        this.mimetype = mimetype;
        this.authorKey = authorKey;
        this.created = created;
    }

    public String getFilename() {
        return filename;
    }

    public String getMimetype() {
        return mimetype;
    }

    public String getAuthorKey() {
        return authorKey;
    }

    public Timestamp getCreated() {
        return created;
    }
}
