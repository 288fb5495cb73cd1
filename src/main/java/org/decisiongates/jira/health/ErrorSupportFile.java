package org.decisiongates.jira.health;

import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;
import org.decisiongates.jira.platform.health.ErrorCount;
import org.decisiongates.jira.platform.health.ErrorCounts;

/** What went wrong on this node since the app started, by kind and count. */
@JiraComponent
class ErrorSupportFile implements SupportFile {

    private final ErrorCounts errors;

    ErrorSupportFile(ErrorCounts errors) {
        this.errors = errors;
    }

    @Override
    public String name() {
        return "errors";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return new Errors(errors.all());
    }

    private record Errors(List<ErrorCount> errors) {
    }
}
