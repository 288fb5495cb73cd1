package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.resolution.Resolution;

import org.decisiongates.sandbox.jira.model.ResolutionRow;

/** A resolution as apps see it. */
final class SandboxResolution extends SandboxConstant implements Resolution {

    SandboxResolution(ResolutionRow row) {
        super(row.id(), row.name(), row.description());
    }
}
