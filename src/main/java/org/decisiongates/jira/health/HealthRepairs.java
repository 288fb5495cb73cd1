package org.decisiongates.jira.health;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.health.HealthRepair;
import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Message;

/** Has the app mend what it can mend itself, for administrators of Jira, and says in Jira's audit log who asked for it. */
@JiraComponent
class HealthRepairs {

    private static final Logger LOG = LoggerFactory.getLogger(HealthRepairs.class);
    private static final String TEXTS = "decision-gates.jira.health.";

    private final List<HealthRepair> repairs;
    private final Access access;
    private final AuditLog log;
    private final JiraTexts texts;

    HealthRepairs(List<HealthRepair> repairs, Access access, AuditLog log, JiraTexts texts) {
        this.repairs = repairs;
        this.access = access;
        this.log = log;
        this.texts = texts;
    }

    /**
     * Mends something.
     *
     * @param key as the form sends it, unchecked
     * @return why it was not mended; empty when it was
     */
    Optional<String> repair(String key) {
        access.requireAdmin();
        Optional<HealthRepair> repair = repairs.stream().filter(one -> one.key().equals(key)).findFirst();
        if (repair.isEmpty()) {
            return Optional.of(texts.text(TEXTS + "no-such-repair"));
        }
        Optional<String> fault = repair.get().repair();
        log.record(new ConfigurationChange("repaired", Optional.empty(), "", repair.get().key() + fault.map(why -> ": " + why).orElse("")));
        LOG.info("{} had Decision Gates repair {}: {}", access.caller().getKey(), repair.get().key(), fault.orElse("done"));
        return fault.map(why -> texts.text(TEXTS + "not-repaired", why));
    }

    /** What there is to choose now; nothing for whoever does not administer Jira. */
    List<OptionalRepairView> offers() {
        return access.isAdmin() ? repairs.stream().flatMap(repair -> repair.offer().map(offer -> new OptionalRepairView(text(offer.what()),
                repair.key(), text(offer.button()))).stream()).toList() : List.of();
    }

    private String text(Message message) {
        return texts.text(message.key(), message.arguments().toArray(Serializable[]::new));
    }
}
