package org.decisiongates.jira.review;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.text.MentionFormatter;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.SectionText;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowRevision;

public class FeedbackViewTest {

    private static final String ADDRESS = "/jira/rest/decision-gates/1.0/issue/SHOP-1/threads";
    private static final Instant START = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofHours(50));
    private static final Duration WINDOW = Duration.ofHours(48);
    private static final Field QUESTION = new Field("question");

    private final UserManager users = mock(UserManager.class);
    private final JiraTexts texts = Texts.english();
    private final List<ThreadStep> steps = new ArrayList<>();
    private List<FeedbackChoiceView> comments = List.of();
    private OptionalLong comment = OptionalLong.empty();
    private String option = "One page for delivery and payment";

    @Before
    public void people() {
        user("lead-key", "Lea Dahl");
        user("owner-key", "Odd Berg");
    }

    @Test
    public void showsWhatIsOpenAndWhatTheOwnerHasToDoFirst() {
        open(1, ThreadSection.WHOLE, OptionalLong.empty(), "", "Agree on the scope");
        step(1, Kind.RESOLVED, "Refunds are left to the next release", Duration.ofHours(3));
        open(2, ThreadSection.OPTION, OptionalLong.of(1), "One page for delivery and payment\nFewer clicks", "Show the error rate");
        step(2, Kind.OWNER_ACTION, "", Duration.ofHours(20).minusSeconds(1));
        step(2, Kind.REPLIED, "The figures of last week are attached.\nIs that enough, [~lead]? And for [~nobody]?", Duration.ofHours(30));
        open(3, ThreadSection.TRADE_OFF, OptionalLong.of(9), "Guest checkout", "Name who loses");
        step(3, Kind.OWNER_ACTION, "", Duration.ofMinutes(1));
        open(4, ThreadSection.QUESTION, OptionalLong.empty(), "Which checkout do we keep?", "Sharpen the question");
        step(4, Kind.OWNER_ACTION, "", Duration.ofHours(1));
        step(4, Kind.DECLINED, "The question stays as it is", Duration.ofHours(40));
        option = "Two pages";
        Document page = Jsoup.parse(page(true, EnumSet.complementOf(EnumSet.of(Kind.OPENED))).matches("typical"));
        assertEquals(List.of("decision-gates-feedback-2", "decision-gates-feedback-3", "decision-gates-feedback-1",
                "decision-gates-feedback-4"), page.select("li[id]").eachAttr("id"));
        assertTrue(page.text(), page.getElementById("decision-gates-feedback-2").text().contains("Changed since"));
        assertTrue(page.text(), page.getElementById("decision-gates-feedback-2").text().contains("17 h 59 min left"));
        assertTrue(page.text(), page.getElementById("decision-gates-feedback-3").text().contains("Removed since"));
        assertTrue(page.text(), page.getElementById("decision-gates-feedback-3").text().contains("48 hours over since"));
        assertTrue(page.text(), page.getElementById("decision-gates-feedback-2").text().contains("enough, @Lea Dahl? And for [~nobody]?"));
        assertTrue(page.text(), page.getElementById("decision-gates-feedback-4").text().contains("Settled in time"));
    }

    @Test
    public void offersTheFirstThread() {
        page(true, Set.of()).matches("empty");
    }

    @Test
    public void offersCommentsWhereThatIsAskedForAndLinksToTheOneThatAThreadWasMadeOf() {
        comment = OptionalLong.of(10300);
        open(1, ThreadSection.WHOLE, OptionalLong.empty(), "", "Agree on the scope");
        comments = List.of(new FeedbackChoiceView("10301", "Lea Dahl, 16/Nov/26: What about it?"),
                new FeedbackChoiceView("", "No comment"));
        Document page = Jsoup.parse(page(true, Set.of(Kind.REPLIED)).matches("comments.typical"));
        assertEquals(List.of("10301", ""), page.select("select[name=comment] option").eachAttr("value"));
        assertTrue("asked only where the server asks", page.selectFirst(".decision-gates-feedback-confirm").hasAttr("hidden"));
        assertEquals("/jira/browse/SHOP-1?focusedCommentId=10300#comment-10300",
                page.select(".decision-gates-feedback-comment a").attr("href"));
    }

    @Test
    public void showsNoControlsToThoseWhoMayNotComment() {
        open(1, ThreadSection.QUESTION, OptionalLong.empty(), "Which checkout do we keep?", "Sharpen the question");
        Document page = Jsoup.parse(page(false, Set.of()).matches("read-only.typical"));
        assertEquals(0, page.select("button, form, input, select, textarea").size());
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        user("lead-key", text);
        user("hostile-key", text);
        option = text;
        comment = OptionalLong.of(10300);
        comments = List.of(new FeedbackChoiceView("", text), new FeedbackChoiceView("10300", text));
        open(1, ThreadSection.OPTION, OptionalLong.of(1), text, text);
        step(1, Kind.OWNER_ACTION, text + "[~hostile]", Duration.ofHours(1));
        page(true, Set.of(Kind.REPLIED, Kind.RESOLVED)).matches("hostile");
    }

    @Test
    public void saysOfEveryFieldWhatItIsAndWhereItsMessageStands() {
        open(1, ThreadSection.WHOLE, OptionalLong.empty(), "", "One");
        open(2, ThreadSection.WHOLE, OptionalLong.empty(), "", "Two");
        comments = List.of(new FeedbackChoiceView("", "No comment"));
        Document page = Jsoup.parse(page(true, Set.of(Kind.REPLIED)).render());
        List<Element> fields = page.select("form input, form select, form textarea");
        assertEquals(7, fields.size());
        Set<String> ids = new HashSet<>();
        for (Element field : fields) {
            assertTrue(field.id(), ids.add(field.id()));
            assertEquals(field.id(), 1, page.select("label[for=" + field.id() + "]").size());
            for (String described : field.attr("aria-describedby").split(" ")) {
                assertEquals(described, 1, page.select("#" + described).size());
            }
            assertEquals(field.id(), 1, field.parent().select(".error[data-field=" + field.attr("name") + "]").size());
        }
    }

    private GoldenHtml page(boolean mayOpen, Set<Kind> allowed) {
        SectionText sections = new SectionText(
                IssueSnapshot.EMPTY.with(QUESTION, "Which checkout do we keep?").with(Field.FALLBACK, "The old one"),
                List.of(row(1, new DecisionOption(option, "Fewer clicks", DecisionOption.State.OPEN)),
                        row(2, new TradeOff("Speed", "", Optional.empty()))),
                List.of(new RowAtRevision<>(new RowRevision(1, 1), anImpactLine().of("Conversion").line())));
        FeedbackView view = new FeedbackFormatter(texts, Moments.in(ZoneOffset.UTC), users, new MentionFormatter(users))
                .view(ADDRESS, "SHOP-1", mayOpen, comments, ReviewThread.of(steps), sections,
                        id -> "/jira/browse/SHOP-1?focusedCommentId=" + id + "#comment-" + id, thread -> allowed, NOW);
        return GoldenHtml.of("jira/review/feedback.vm").with("view", view);
    }

    private void open(int number, ThreadSection section, OptionalLong row, String quoted, String objective) {
        steps.add(new ThreadStep(7, 1, number, 1, Kind.OPENED,
                Optional.of(new ThreadStep.Subject(new ThreadAnchor(section, row, quoted), objective, comment)),
                "Please say more about this.", "lead-key", START, Optional.empty()));
    }

    private void step(int number, Kind kind, String text, Duration later) {
        int last = (int) steps.stream().filter(step -> step.number() == number).count();
        Instant at = START.plus(later);
        steps.add(new ThreadStep(7, 1, number, last + 1, kind, Optional.empty(), text, "owner-key", at,
                kind.asksOwner() ? Optional.of(at.plus(WINDOW)) : Optional.empty()));
    }

    private static RowAtRevision<IssueRecord> row(long id, IssueRecord row) {
        return new RowAtRevision<>(new RowRevision(id, 1), row);
    }

    private void user(String key, String display) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getDisplayName()).thenReturn(display);
        when(users.getUserByKey(key)).thenReturn(user);
        when(users.getUserByName(key.replace("-key", ""))).thenReturn(user);
    }
}
