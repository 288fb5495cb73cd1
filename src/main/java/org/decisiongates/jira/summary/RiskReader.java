package org.decisiongates.jira.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Risk;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.metric.Listing;
import org.decisiongates.record.Records;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.RiskItem;
import org.decisiongates.summary.RiskItem.State;
import org.decisiongates.summary.SnapshotEntry;

/** Reads the risks of what is open: those that were not mitigated, with who accepted them until when. One statement. */
@JiraComponent
class RiskReader {

    private final Records records;
    private final UserManager users;

    RiskReader(Records records, UserManager users) {
        this.records = records;
        this.users = users;
    }

    /** What is recorded of the items that are listed; an empty listing says that nothing is. */
    Listing<SnapshotEntry<RiskItem>> read(Listing<SnapshotEntry<OpenItem>> blockers, Listing<SnapshotEntry<OpenItem>> decisions,
            WeekMoment when) {
        Map<Long, OpenItem> items = new LinkedHashMap<>();
        Stream.of(blockers, decisions).flatMap(section -> section.rows().stream())
                .forEach(entry -> items.put(entry.issueId(), entry.row()));
        List<SnapshotEntry<RiskItem>> found = new ArrayList<>();
        records.unmitigated(items.keySet())
                .forEach((issue, risks) -> risks.forEach(
                        risk -> found.add(new SnapshotEntry<>(issue, risk(items.get(issue), risk, when.now().toLocalDate())))));
        found.sort(Comparator.comparing(SnapshotEntry::row, RiskItem.ORDER));
        return Listing.of(found).first(RiskItem.MAX_ROWS);
    }

    private RiskItem risk(OpenItem item, Risk risk, LocalDate today) {
        State state = risk.isOpen() ? State.OPEN : risk.isAcceptedOn(today) ? State.ACCEPTED : State.LAPSED;
        Optional<String> who = risk.isOpen() ? item.owner()
                : risk.approver().map(users::getUserByKey).map(ApplicationUser::getDisplayName);
        return new RiskItem(item.key(), item.summary(), risk.text(), state.key(), who, risk.isOpen() ? Optional.empty() : risk.expiry());
    }
}
