package org.decisiongates.jira.metric;

import java.util.Optional;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.metric.OpenByOwner;
import org.decisiongates.summary.OpenTallies;
import org.decisiongates.summary.OpenTally;
import org.decisiongates.summary.Section;

/** Calls the owners that the journal knows by key by name. */
@JiraComponent
public class OwnerNames {

    private final UserManager users;

    OwnerNames(UserManager users) {
        this.users = users;
    }

    /** What the journal says of lists that do not hold everything; each owner is asked for once a list, and they are bounded. */
    public OpenTallies of(MetricsProjection.Result numbers, Section<?> blockers, Section<?> decisions) {
        return new OpenTallies(of(numbers.openBlockers(), blockers), of(numbers.openDecisions(), decisions));
    }

    private Optional<OpenTally> of(Optional<OpenByOwner> open, Section<?> listed) {
        return open.filter(tally -> listed.rows().size() < listed.total() && tally.open() == listed.total())
                .map(tally -> new OpenTally(tally.escalated(), tally.overdueFacing(), tally.withoutFallback(),
                        tally.owners().stream().map(this::named).toList()));
    }

    private OpenTally.Held named(OpenByOwner.Held held) {
        Optional<ApplicationUser> user = Optional.of(held.owner()).filter(key -> !key.isEmpty()).map(users::getUserByKey);
        // who is gone is still called something, as Jira itself does on the issue
        Optional<String> name = held.owner().isEmpty() ? Optional.empty()
                : Optional.of(user.map(ApplicationUser::getDisplayName).orElse(held.owner()));
        return new OpenTally.Held(name, user.map(ApplicationUser::isActive).orElse(false), held.open(), held.overdue(), held.nextDue(),
                held.undated());
    }
}
