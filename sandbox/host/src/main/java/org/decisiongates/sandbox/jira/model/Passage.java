package org.decisiongates.sandbox.jira.model;

import java.util.Map;

import com.opensymphony.workflow.WorkflowException;

/** One passage through a workflow, as Jira's own conditions and functions see it. */
final class Passage {

    /** Under this name a passage travels in the transient variables. */
    static final String KEY = "org.decisiongates.sandbox.passage";

    private final IssueDraft draft;
    private final String userKey;
    private final String comment;
    private CommentRow written;
    private ChangeRow change;
    private boolean unexamined;

    Passage(IssueDraft draft, String userKey, String comment) {
        this.draft = draft;
        this.userKey = userKey;
        this.comment = comment;
    }

    /** As another app passes that has Jira leave the validators out. */
    Passage withoutValidators() {
        unexamined = true;
        return this;
    }

    boolean skipsValidators() {
        return unexamined;
    }

    static Passage of(Map<?, ?> transientVars) throws WorkflowException {
        if (transientVars.get(KEY) instanceof Passage passage) {
            return passage;
        }
        throw new WorkflowException("This part of a workflow works on issues only.");
    }

    IssueDraft draft() {
        return draft;
    }

    String userKey() {
        return userKey;
    }

    String comment() {
        return comment;
    }

    CommentRow written() {
        return written;
    }

    void wrote(CommentRow row) {
        written = row;
    }

    ChangeRow change() {
        return change;
    }

    void changed(ChangeRow row) {
        change = row;
    }
}
