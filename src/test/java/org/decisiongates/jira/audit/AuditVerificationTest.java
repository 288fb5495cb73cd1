package org.decisiongates.jira.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

import com.atlassian.jira.project.Project;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.GateSeal;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.RecordedEntry;
import org.decisiongates.audit.SealChain;
import org.decisiongates.jira.Texts;

public class AuditVerificationTest {

    private static final long SHOP = 10000;
    private static final SealChain CHAIN = SealChain.ofProject(SHOP);
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final int AT_ONCE = AuditVerification.LINKS * AuditVerification.PARTS;

    private final Project shop = mock(Project.class);
    private final GateSeals stored = mock(GateSeals.class);
    private final Erasures erasures = mock(Erasures.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final AuditVerification verification = new AuditVerification(stored, erasures,
            new FilterFormatter(Texts.english(), application), Texts.english());
    private final List<GateSeal> seals = new ArrayList<>();
    private final Map<Long, RecordedEntry> rows = new TreeMap<>();
    private long unsealed;

    @Before
    public void setUp() {
        when(shop.getKey()).thenReturn("SHOP");
        when(shop.getId()).thenReturn(SHOP);
        when(application.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
        when(stored.after(any(), anyLong(), anyInt())).thenAnswer(call -> seals.stream().skip(call.<Long>getArgument(1))
                .limit(call.<Integer>getArgument(2)).toList());
        when(stored.rows(anyCollection())).thenAnswer(call -> {
            Map<Long, RecordedEntry> found = new TreeMap<>(rows);
            found.keySet().retainAll(call.<Collection<Long>>getArgument(0));
            return found;
        });
        when(stored.counts(CHAIN)).thenAnswer(call -> new GateSeals.Counts(seals.size() + unsealed, seals.size()));
    }

    @Test
    public void saysThatAllIsUnchanged() {
        seal(3, Function.identity());
        VerificationView found = verify("0");
        assertEquals("success", found.style());
        assertEquals(1, found.texts().size());
        assertTrue(found.texts().get(0), found.texts().get(0).startsWith("Unchanged: links 1 to 3 of the chain"));
        assertEquals(List.of(), found.links());
    }

    @Test
    public void saysWhatThereIsToAsk() {
        Erasure erasure = Erasure.of("e1", "admin", START, Map.of(ErasurePart.GATES, 1L));
        when(erasures.named(anyCollection())).thenReturn(Map.of("e1", erasure));
        seal(2, row -> new RecordedEntry(row.id(), row.issueId(), SHOP, row.at().minus(Duration.ofHours(2)), row.digest(), true,
                row.id() == 2 ? Optional.of("e1") : Optional.empty()));
        unsealed = 1;
        assertEquals(List.of("2 links were sealed an hour or more after the gate was evaluated, first link 1. Find out why: a "
                + "node that was "
                + "down explains it, and so does an entry inserted by hand.",
                "One erasure removed a person from these entries. This is recorded and breaks no link.",
                "One entry is not sealed yet: that takes up to two minutes."), verify("0").texts().subList(1, 4));
    }

    @Test
    public void goesOnFromWhereItStopped() {
        seal(AT_ONCE + 2, Function.identity());
        VerificationView first = verify("0");
        assertEquals("info", first.style());
        assertTrue(first.texts().get(0), first.texts().get(0).startsWith("Unchanged so far: links 1 to " + AT_ONCE + " "));
        assertEquals("/jira/projects/SHOP?rule=has-owner&verify=" + AT_ONCE + "&selectedItem="
                + "org.decisiongates.decision-gates%3Aproject-audit-link#decision-gates-audit-verified", first.links().get(0).href());
        assertEquals("Continue after link " + AT_ONCE, first.links().get(0).text());
        VerificationView second = verify(String.valueOf(AT_ONCE));
        assertTrue(second.texts().get(0), second.texts().get(0).startsWith("Unchanged: links " + (AT_ONCE + 1) + " to " + (AT_ONCE + 2)));
        assertEquals(List.of(), second.links());
    }

    @Test
    public void namesTheLinkThatIsBrokenAndHow() {
        seal(3, Function.identity());
        rows.put(2L, row(2, "another"));
        assertEquals("Link 2 is broken: its entry or its seal is not what it was when it was sealed.", verify("0").texts().get(0));
        rows.remove(2L);
        VerificationView gone = verify("0");
        assertEquals("error", gone.style());
        assertEquals("Link 2 is broken: its entry was removed.", gone.texts().get(0));
        assertTrue(gone.texts().get(1), gone.texts().get(1).startsWith("The links after it were not checked."));
        seals.remove(1);
        assertTrue(verify("0").texts().get(0).startsWith("Link 2 is broken: its seal, or the one before it"));
        assertEquals("Link 9 is broken: the chain ends before it.", verify("9").texts().get(0));
    }

    @Test
    public void beginsAtTheBeginningWhateverIsAsked() {
        assertEquals(List.of("No entry of this project is sealed yet. Entries are sealed within two minutes."), verify("0").texts());
        assertEquals("info", verify("0").style());
        seal(1, Function.identity());
        for (String wrong : List.of("soon", "-1", "1e3", "9".repeat(40))) {
            assertTrue(wrong, verify(wrong).texts().get(0).startsWith("Unchanged: links 1 to 1 "));
        }
    }

    private VerificationView verify(String after) {
        return verification.of(shop, new GateFilterParser(Map.of("rule", "has-owner")::get, ZoneOffset.UTC), after);
    }

    /** Seals so many entries, each of an issue of its own. */
    private void seal(int many, Function<RecordedEntry, RecordedEntry> each) {
        for (int i = 1; i <= many; i++) {
            RecordedEntry row = each.apply(row(i, "digest " + i));
            rows.put(row.id(), row);
            Optional<GateSeal> before = seals.isEmpty() ? Optional.empty() : Optional.of(seals.get(seals.size() - 1));
            seals.add(GateSeal.on(row, Optional.empty(), before, START.plusSeconds(60)));
        }
    }

    private static RecordedEntry row(long id, String digest) {
        return new RecordedEntry(id, OptionalLong.of(id), SHOP, START, digest, true, Optional.empty());
    }
}
