package org.decisiongates.jira.summary;

import static org.decisiongates.fixture.OpenItemBuilder.anOpenItem;
import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Test;

import org.decisiongates.issue.Risk;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.metric.Listing;
import org.decisiongates.record.Records;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.RiskItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.time.Week;

public class RiskReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final WeekMoment NOW = new WeekMoment(Week.of(TODAY), ZonedDateTime.of(2026, 11, 20, 9, 15, 0, 0, ZoneOffset.UTC));

    private final Records records = mock(Records.class);
    private final UserManager users = mock(UserManager.class);

    @Test
    public void tellsWhoAcceptedWhatUntilWhen() {
        ApplicationUser lead = mock(ApplicationUser.class);
        when(lead.getDisplayName()).thenReturn("Maya");
        when(users.getUserByKey("lead")).thenReturn(lead);
        Optional<String> approver = Optional.of("lead");
        when(records.unmitigated(Set.of(7L, 8L))).thenReturn(Map.of(7L, List.of(
                new Risk("Holds", Risk.State.ACCEPTED, approver, Optional.of(TODAY)),
                new Risk("Open", Risk.State.OPEN, Optional.empty(), Optional.empty()),
                new Risk("Over", Risk.State.ACCEPTED, approver, Optional.of(TODAY.minusDays(1))))));

        Listing<RiskItem> risks = read();

        assertEquals(Listing.of(List.of(
                new RiskItem("SHOP-7", "Gateway", "Over", "lapsed", Optional.of("Maya"), Optional.of(TODAY.minusDays(1))),
                new RiskItem("SHOP-7", "Gateway", "Open", "open", Optional.of("Owner"), Optional.empty()),
                new RiskItem("SHOP-7", "Gateway", "Holds", "accepted", Optional.of("Maya"), Optional.of(TODAY)))), risks);
    }

    @Test
    public void knowsThatNoneIsRecorded() {
        when(records.unmitigated(any())).thenReturn(Map.of());
        assertEquals(Listing.of(List.of()), read());
    }

    private Listing<RiskItem> read() {
        OpenItem item = anOpenItem().key("SHOP-7").summary("Gateway").ownedBy("Owner").item();
        return new RiskReader(records, users).read(Listing.of(List.of(new SnapshotEntry<>(7, item))),
                Listing.of(List.of(new SnapshotEntry<>(8, item))), NOW).map(SnapshotEntry::row);
    }
}
