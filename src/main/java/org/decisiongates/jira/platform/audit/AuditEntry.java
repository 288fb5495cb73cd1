package org.decisiongates.jira.platform.audit;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.ChangedValue;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;

/** A change as Jira's audit log has it. Loaded only where Jira has the service. */
final class AuditEntry {

    private static final String TEXTS = "decision-gates.jira.audit-log.";
    private static final String APP = "org.decisiongates.decision-gates";
    private static final int MAX_VALUE = 1_000;

    private AuditEntry() {
    }

    /** @param service an {@code AuditService} */
    static void write(Object service, ConfigurationChange change) {
        ((AuditService) service).audit(AuditEvent.builder(AuditType
                .fromI18nKeys(CoverageArea.ECOSYSTEM, CoverageLevel.BASE, TEXTS + "category", TEXTS + "action." + change.action())
                .build())
                .affectedObject(change.project()
                        .map(project -> AuditResource.builder(project.getName(), "PROJECT").id(String.valueOf(project.getId())))
                        .orElseGet(() -> AuditResource.builder("Decision Gates", "PLUGIN").id(APP)).build())
                .addChangedValueIfDifferent(ChangedValue.fromI18nKeys(TEXTS + "value." + change.action()).from(shown(change.before()))
                        .to(shown(change.after())).build())
                .build());
    }

    private static String shown(String value) {
        return value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "\u2026";
    }
}
