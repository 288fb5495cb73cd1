package org.decisiongates.jira.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnStatus;

/** The statuses of the phases. Statuses that Jira itself ships under a fixed id are used as they are, as every workflow does. */
@JiraComponent
class StatusSteps {

    private static final String ICON = "/images/icons/statuses/generic.png";
    private static final Map<String, String> SHIPPED_BY_JIRA = Map.of("open", "1", "resolved", "5", "closed", "6");

    private final StatusManager statuses;
    private final ConstantsManager constants;

    StatusSteps(StatusManager statuses, ConstantsManager constants) {
        this.statuses = statuses;
        this.constants = constants;
    }

    List<SetupStep> all() {
        return OwnStatus.all().stream().map(status -> new SetupStep(status.thing(), status.label(),
                id -> Optional.ofNullable(statuses.getStatus(id)).map(Status::getName),
                () -> lookalikes(status), () -> make(status))).toList();
    }

    private Set<String> lookalikes(OwnStatus status) {
        return constants.getStatuses().stream()
                .filter(existing -> UnusedNames.isVariant(existing.getName(), status.label())
                        && description(status).equals(existing.getDescription()))
                .map(Status::getId).collect(Collectors.toSet());
    }

    private String make(OwnStatus status) {
        Optional<String> shipped = Optional.ofNullable(SHIPPED_BY_JIRA.get(status.key())).map(constants::getStatus)
                .filter(existing -> existing.getName().equals(status.label())).map(Status::getId);
        return shipped.orElseGet(() -> create(status));
    }

    private String create(OwnStatus status) {
        String name = UnusedNames.free(status.label(),
                wanted -> constants.getStatuses().stream().anyMatch(existing -> existing.getName().equalsIgnoreCase(wanted)));
        return category(status.category()).map(category -> statuses.createStatus(name, description(status), ICON, category))
                .orElseGet(() -> statuses.createStatus(name, description(status), ICON)).getId();
    }

    /** Any status that has the category leads to it. */
    private Optional<StatusCategory> category(String key) {
        return constants.getStatuses().stream().map(Status::getStatusCategory)
                .filter(category -> category != null && category.getKey().equals(key)).findFirst();
    }

    private static String description(OwnStatus status) {
        return "Phase of a " + status.type().label() + ": " + status.label() + ".";
    }
}
