package org.decisiongates.jira.health;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;
import org.decisiongates.policy.Scope;

/** What monitoring would be told now. */
@JiraComponent
class HealthSupportFile implements SupportFile {

    private final HealthReader reader;

    HealthSupportFile(HealthReader reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public Record content(SupportAliases aliases) {
        return HealthCounts.of(reader.report(Scope.GLOBAL));
    }
}
