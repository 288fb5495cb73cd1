package org.decisiongates.jira.platform.audit;

import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.health.ErrorCounts;
import org.decisiongates.jira.platform.service.OptionalServices;

/**
 * Jira's audit log, for changes of the app's configuration: one place where administrators of Jira see who changed what, and when. Jira
 * takes who and when from the thread (ADR-0114). What was changed stays changed when the log cannot be written, or Jira has none for apps.
 */
@JiraComponent
public class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final String SERVICE = "com.atlassian.audit.api.AuditService";

    private final OptionalServices services;
    private final ErrorCounts errors;

    public AuditLog(OptionalServices services, ErrorCounts errors) {
        this.services = services;
        this.errors = errors;
    }

    public void record(ConfigurationChange change) {
        try {
            Optional<Object> service = services.find(SERVICE);
            if (service.isPresent()) {
                AuditEntry.write(service.get(), change);
            } else {
                LOG.info("this Jira has no audit log for apps; the configuration was changed: {}", change.action());
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Jira's audit log did not take that the configuration was changed: {}", change.action(), e);
            errors.add("audit-log", e);
        }
    }
}
