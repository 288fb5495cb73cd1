package org.decisiongates.jira.platform.audit;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.ChangedValue;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.health.ErrorCounts;

/**
 * Jira's audit log, for changes of the app's configuration: one place where administrators of Jira see who changed what, and when. Jira
 * takes who and when from the thread (ADR-0114). What was changed stays changed when the log cannot be written.
 */
@JiraComponent
public class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final String TEXTS = "decision-gates.jira.audit-log.";
    private static final String APP = "org.decisiongates.decision-gates";
    private static final int MAX_VALUE = 1_000;

    private final AuditService audit;
    private final ErrorCounts errors;

    public AuditLog(AuditService audit, ErrorCounts errors) {
        this.audit = audit;
        this.errors = errors;
    }

    public void record(ConfigurationChange change) {
        try {
            audit.audit(AuditEvent.builder(AuditType
                    .fromI18nKeys(CoverageArea.ECOSYSTEM, CoverageLevel.BASE, TEXTS + "category", TEXTS + "action." + change.action())
                    .build())
                    .affectedObject(change.project()
                            .map(project -> AuditResource.builder(project.getName(), "PROJECT").id(String.valueOf(project.getId())))
                            .orElseGet(() -> AuditResource.builder("Decision Gates", "PLUGIN").id(APP)).build())
                    .addChangedValueIfDifferent(ChangedValue.fromI18nKeys(TEXTS + "value." + change.action()).from(shown(change.before()))
                            .to(shown(change.after())).build())
                    .build());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Jira's audit log did not take that the configuration was changed: {}", change.action(), e);
            errors.add("audit-log", e);
        }
    }

    private static String shown(String value) {
        return value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "\u2026";
    }
}
