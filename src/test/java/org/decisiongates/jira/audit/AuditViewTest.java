package org.decisiongates.jira.audit;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import org.jsoup.Jsoup;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.audit.GateSeal;
import org.decisiongates.audit.SealChain;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.RecordedGates;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.summary.WeekHead;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvent.GateVersion;
import org.decisiongates.timeline.GateFilter;
import org.decisiongates.timeline.Page.Position;

public class AuditViewTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final ChainHead HEAD = new ChainHead(1234, "0123456789abcdef".repeat(4), Instant.parse("2026-11-22T09:01:00Z"));

    private final Project shop = mock(Project.class);
    private final ProjectTime time = mock(ProjectTime.class);
    private final UserManager users = mock(UserManager.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final FilterFormatter filters = new FilterFormatter(Texts.english(), application);
    private final AuditFormatter formatter = new AuditFormatter(Texts.english(), filters, time, Moments.in(ZONE), users);

    @Before
    public void setUp() {
        when(shop.getKey()).thenReturn("SHOP");
        when(shop.getId()).thenReturn(10000L);
        when(time.zone()).thenReturn(ZONE);
        when(application.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
        ApplicationUser lead = mock(ApplicationUser.class);
        when(lead.getDisplayName()).thenReturn("Lea Lead");
        when(users.getUserByKey("lead")).thenReturn(lead);
    }

    @Test
    public void showsWhatGatesSaidAndWhatFollowed() {
        GateVersion decide = new GateVersion("decision", 7, "decided", "ENFORCE", "");
        page(new AuditReader.AuditPage(List.of(
                entry(6, Optional.of("SHOP-1"), aGateEvent().refusedBy("has-owner", "no-such-rule")),
                entry(5, Optional.of("SHOP-2"), aGateEvent().gate(decide).by("gone").from("BULK").verdict(Status.WAIVED)
                        .saying("has-due-date", "WAIVED", "ENFORCE", Optional.of(new PolicyVersion("company", 3)))),
                entry(4, Optional.of("SHOP-2"), aGateEvent().gate(decide).by("").verdict(Status.FAILED)
                        .saying("has-fallback", "FAILED", "ADVISE", Optional.empty())),
                entry(3, Optional.of("SHOP-2"), aGateEvent().gate(decide).by(GateEvent.ERASED).from("ASSISTANT").verdict(Status.FAILED)
                        .saying("has-fallback", "ERROR", "EVALUATE", Optional.empty())),
                new AuditEntry(2, aGateEvent().of(77).verdict(Status.ERROR).event(), Optional.empty(), Optional.empty()),
                new AuditEntry(1, aGateEvent().ofACreation().event(), Optional.empty(), Optional.empty())), 3,
                Optional.of(new Position(List.of(1764000000000L, 1L)))), Optional.of(HEAD),
                Optional.of(new WeekHead("2026-W46", WeekHead.Verdict.MATCHES, Optional.of(HEAD)))).matches("typical");
    }

    @Test
    public void saysThatThereIsNothing() {
        page(new AuditReader.AuditPage(List.of(), 0, Optional.empty()), Optional.empty(), Optional.empty()).matches("empty");
        GoldenHtml.of("jira/audit/audit.vm").with("view", formatter.notice("decision-gates.jira.audit.not-yours"))
                .matches("not-yours.empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        page(new AuditReader.AuditPage(List.of(entry(1, Optional.of("SHOP-1"),
                aGateEvent().transition(text).by(text).from(text).gate(new GateVersion(text, 1, text, text, text)).verdict(text).saying(
                        text,
                        text, text, Optional.of(new PolicyVersion(text, 1)), text))),
                1, Optional.empty()), Optional.of(HEAD), Optional.of(new WeekHead(text, WeekHead.Verdict.WEEK_CHANGED, Optional.empty())))
                .matches("hostile");
    }

    @Test
    public void offersAFormThatKeepsWhatWasAsked() {
        GoldenHtml form = form(Map.of("rule", "has-owner", "outcome", "refused", "from", "2026-11-01"));
        form.matches("typical");
        assertEquals("REFUSED", Jsoup.parse(form.render()).selectFirst("option[selected][value=REFUSED]").val());
        form(Map.of()).matches("empty");
        form(Map.of("rule", GoldenHtml.HOSTILE, "gate", GoldenHtml.HOSTILE, "from", GoldenHtml.HOSTILE, "outcome", GoldenHtml.HOSTILE))
                .matches("hostile");
    }

    @Test
    public void carriesTheFilterOn() {
        GateFilterParser asked = new GateFilterParser(Map.of("gate", "a&b=c", "outcome", "REFUSED")::get, ZONE);
        AuditView view = view(asked, new AuditReader.AuditPage(List.of(), 0, Optional.of(new Position(List.of(5L, 4L)))),
                Optional.empty(),
                Optional.empty());

        assertTrue(view.links().toString(), view.links().stream()
                .allMatch(link -> link.href().contains("gate=a%26b%3Dc&outcome=REFUSED")));
        assertEquals("files have the period that the form shows", 2, view.links().stream()
                .filter(link -> link.href().contains("/export?from=2026-10-26&until=2026-11-22&")).count());
        assertTrue(view.links().get(0).href(), view.links().get(0).href().contains("after=5-4"));
    }

    @Test
    public void saysWhatTheClosedWeekSaysOfTheChain() {
        AuditReader.AuditPage none = new AuditReader.AuditPage(List.of(), 0, Optional.empty());
        page(none, Optional.empty(), Optional.of(new WeekHead("2026-W47", WeekHead.Verdict.SHORTER, Optional.of(HEAD))))
                .matches("shorter.empty");
        page(none, Optional.of(HEAD), Optional.of(new WeekHead("2026-W47", WeekHead.Verdict.DIFFERENT, Optional.of(HEAD))))
                .matches("different.empty");
    }

    private GoldenHtml page(AuditReader.AuditPage page, Optional<ChainHead> head, Optional<WeekHead> week) {
        return GoldenHtml.of("jira/audit/audit.vm").with("view",
                view(new GateFilterParser(name -> null, ZONE), page, head, week));
    }

    private AuditView view(GateFilterParser asked, AuditReader.AuditPage page, Optional<ChainHead> head, Optional<WeekHead> week) {
        String found = page.hidden() == 1 ? GoldenHtml.HOSTILE : "Unchanged so far";
        LinkView more = filters.page("/projects/SHOP", AuditFormatter.ITEM, asked, Map.of("verify", "10000"),
                "decision-gates.jira.audit.verify", "verify");
        return formatter.view(shop, asked, asked.filter(Optional.of(10000L), DAY.minusDays(27), DAY), page, head, week, more,
                head.map(any -> new VerificationView("info", List.of(found, found), List.of(more))));
    }

    private GoldenHtml form(Map<String, String> parameters) {
        GateFilterParser asked = new GateFilterParser(parameters::get, ZONE);
        GateFilter filter = asked.filter(Optional.of(10000L), DAY.minusDays(27), DAY);
        return GoldenHtml.of("jira/audit/filter.vm").with("view",
                filters.form("decision-gates.jira.audit.title", "/projects/SHOP", AuditFormatter.ITEM, asked, filter, ZONE));
    }

    private static AuditEntry entry(long sequence, Optional<String> key, RecordedGates event) {
        return new AuditEntry(sequence, event.event(), key,
                Optional.of(new GateSeal(sequence, "", SealChain.ofProject(10000).link(sequence + 1200), HEAD.sealedAt(), "abc", "def")));
    }
}
