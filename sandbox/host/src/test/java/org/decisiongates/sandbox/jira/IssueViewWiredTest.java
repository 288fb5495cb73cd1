package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.api.JiraObjects;
import org.decisiongates.sandbox.jira.model.CommentRow;
import org.decisiongates.sandbox.jira.model.IssueDraft;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.OptionRow;
import org.decisiongates.sandbox.jira.model.RoleRow;
import org.decisiongates.sandbox.jira.model.VersionRow;

/** What rules are told of an issue of Jira, asked of the built jar: of the very object that a gate gives to them. */
public class IssueViewWiredTest {

    private static final String PLUGIN = "org.decisiongates.decision-gates";

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;
    private static Object factory;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        factory = wired.box.plugin(PLUGIN).create(Object.class, "bean:issueViewFactory");
    }

    @Test
    public void standsWhereItsWorkflowBeginsWhileItIsBeingCreated() throws Exception {
        IssueDraft draft = new IssueDraft();
        draft.set("project", String.valueOf(wired.id("SHOP")));
        draft.set("issuetype", wired.type("Blocker"));
        View created = new View(new JiraObjects(wired.jira).issue(draft), "lead");

        assertEquals("Open", read(created.ask("status"), "name"));
        assertEquals(Optional.of("OPEN"), read(created.ask("status"), "phase"));
        assertEquals(Set.of("OPEN"), created.ask("phasesVisited"));
        for (String none : List.of("links", "comments", "attachments")) {
            assertEquals(none, List.of(), created.ask(none));
        }
    }

    @Test
    public void remembersThePhasesItWasIn() throws Exception {
        IssueRow decision = ready("Which way back");
        move(decision, 11);
        move(decision, 21);

        assertEquals(Set.of("DRAFT", "IN_REVIEW", "DECIDED"), view(decision, "lead").ask("phasesVisited"));
    }

    @Test
    public void countsTheHiddenEndOfALinkAndNamesItNot() throws Exception {
        long scheme = wired.jira.levels().createScheme("View levels");
        long few = wired.jira.levels().create(scheme, "Few of the view", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        IssueRow middle = wired.decision("In the middle");
        IssueRow seen = wired.decision("Seen by all");
        IssueRow hidden = wired.create("SHOP", "Decision",
                new IssueInput().set("summary", "Seen by few").set(Levels.FIELD, String.valueOf(few))
                        .offScreen(IssueInput.OffScreen.ACCEPTED));
        IssueRow child = wired.decision("A sub-task");
        long blocks = wired.jira.links().typesNamed("Blocks").get(0).id();
        long subTasks = wired.jira.links().createType("jira_subtask_link", "jira_subtask_inward", "jira_subtask_outward").id();
        wired.jira.links().create(blocks, middle.id(), seen.id(), "lead");
        wired.jira.links().create(blocks, hidden.id(), middle.id(), "lead");
        wired.jira.links().create(subTasks, middle.id(), child.id(), "lead");

        assertEquals(Set.of(Optional.of(seen.key()), Optional.of(hidden.key())), Set.copyOf(keys(view(middle, "lead"))));
        for (String actor : List.of("reader", "")) {
            Collection<?> links = (Collection<?>) view(middle, actor).ask("links");
            assertEquals(2, links.size());
            assertTrue(keys(view(middle, actor)).contains(Optional.empty()));
            assertFalse(links.toString(), links.toString().contains(hidden.key()));
            for (Object link : links) {
                assertEquals(String.valueOf(blocks), read(read(link, "link"), "type"));
                assertEquals("blocked by what is linked inwards", read(read(link, "link"), "isOutward").equals(false),
                        read(read(link, "link"), "blocks"));
                assertEquals(true, read(link, "isOpen"));
                assertEquals("the status of a hidden issue is nobody's business", read(link, "isVisible"),
                        ((Optional<?>) read(link, "status")).isPresent());
            }
        }
    }

    @Test
    public void readsFieldsOfEveryKind() throws Exception {
        IssueRow decision = ready("With everything in it");
        VersionRow version = wired.jira.versions()
                .create(new VersionRow(0, wired.id("SHOP"), "7.1 of the view", "", null, "2026-12-01", true, false));
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, 'fixVersions', 0, ?)")
                .param(decision.id()).param(String.valueOf(version.id())).update();
        wired.box.box().jdbc().sql("insert into jira_issue_label (issue_id, label, seq) values (?, 'urgent', 0)").param(decision.id())
                .update();
        View view = view(decision, "lead");

        assertEquals("owner", read(((Optional<?>) view.ask("person", field("owner"))).orElseThrow(), "key"));
        assertEquals(true, read(((List<?>) view.ask("people", field("owner"))).get(0), "assignable"));
        assertEquals(Optional.of(TestTime.today().plusDays(7)), view.ask("date", field("duedate")));
        assertEquals("urgent", read(only(view.ask("choices", field("labels"))), "id"));
        assertEquals("Decision", read(only(view.ask("choices", field("issuetype"))), "name"));
        assertEquals(String.valueOf(wired.id("SHOP")), read(only(view.ask("choices", field("project"))), "id"));
        Object release = only(view.ask("versions", field("fixVersions")));
        assertEquals("7.1 of the view", read(release, "name"));
        assertEquals(true, read(release, "released"));
        assertEquals("Optional[2026-12-01]", read(release, "releaseDate").toString());
        assertEquals(Optional.of(wired.jira.issues().byId(decision.id()).orElseThrow().created()), view.ask("moment", field("created")));
        assertEquals(true, view.ask("isSet", field("fallback")));
        assertEquals(false, view.ask("isSet", field("resolution")));
        assertEquals(false, view.ask("has", field("customfield_99999")));
    }

    @Test
    public void readsTheOptionOfASelectField() throws Exception {
        IssueRow decision = ready("Facing customers");
        String field = wired.field("Customer-facing");
        String option = String.valueOf(wired.jira.fields().options(field).get(0).id());
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, ?, 0, ?)")
                .param(decision.id()).param(field).param(option).update();

        Object choice = only(view(decision, "lead").ask("choices", field("customer-facing")));
        assertEquals(option, read(choice, "id"));
        assertEquals(wired.jira.fields().options(field).get(0).value(), read(choice, "name"));
    }

    @Test
    public void knowsTheOptionThatSaysYesWhateverItIsCalled() throws Exception {
        IssueRow decision = ready("Called otherwise");
        String field = wired.field("Customer-facing");
        OptionRow yes = wired.jira.fields().options(field).get(0);
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, ?, 0, ?)")
                .param(decision.id()).param(field).param(String.valueOf(yes.id())).update();
        rename(yes, "Ja, sie merken es");
        try {
            assertEquals(true, view(decision, "lead").ask("saysYes", field("customer-facing")));
            assertEquals("by Jira's id", true, view(decision, "lead").ask("saysYes", field(field)));
        } finally {
            rename(yes, yes.value());
        }
        wired.box.box().jdbc().sql("update jira_issue_value set text_value = ? where issue_id = ? and field_id = ?")
                .param(String.valueOf(wired.jira.fields().options(field).get(1).id())).param(decision.id()).param(field).update();
        OptionRow no = wired.jira.fields().options(field).get(1);
        rename(no, "Nein");
        try {
            assertEquals(false, view(decision, "lead").ask("saysYes", field("customer-facing")));
        } finally {
            rename(no, no.value());
        }
    }

    private static void rename(OptionRow option, String name) {
        wired.box.box().jdbc().sql("update jira_option set option_value = ? where id = ?").param(name).param(option.id()).update();
    }

    @Test
    public void knowsGroupsAndRolesAndSaysWhichThereIsNone() throws Exception {
        RoleRow role = wired.jira.roles().create("Approvers of the view");
        wired.jira.roles().grant(role.id(), wired.id("SHOP"), "storefront-leads");
        View view = view(wired.decision("Who may"), "lead");

        assertEquals(true, view.ask("isInGroup", "lead", "storefront-leads"));
        assertEquals(false, view.ask("isInGroup", "reader", "storefront-leads"));
        assertEquals(false, view.ask("isInGroup", "nobody-of-this-key", "storefront-leads"));
        assertEquals(true, view.ask("isInRole", "lead", String.valueOf(role.id())));
        assertEquals(false, view.ask("isInRole", "reader", String.valueOf(role.id())));
        assertEquals("there is no GROUP nowhere", assertThrows(RuntimeException.class, () -> view.ask("isInGroup", "lead", "nowhere"))
                .getMessage());
        assertEquals("there is no ROLE 99", assertThrows(RuntimeException.class, () -> view.ask("isInRole", "lead", "99")).getMessage());
    }

    @Test
    public void readsTheCommentsThatTheActorMaySeeAndTheFiles() throws Exception {
        IssueRow decision = wired.decision("Talked about");
        Instant then = Instant.parse("2026-11-02T08:00:00Z");
        wired.jira.comments().create(decision.id(), "owner", "For everybody", then);
        CommentRow few = wired.jira.comments().create(decision.id(), null, "For leads", then.plusSeconds(1));
        wired.jira.comments().restrict(few.id(), "storefront-leads");
        wired.jira.attachments().create(decision.id(), "owner", "plan.pdf", "application/pdf", then);

        List<?> all = (List<?>) view(decision, "lead").ask("comments");
        assertEquals(2, all.size());
        assertEquals(Optional.empty(), read(all.get(1), "author"));
        assertEquals(then, read(all.get(0), "at"));
        for (String actor : List.of("reader", "")) {
            Object comment = only(view(decision, actor).ask("comments"));
            assertEquals("For everybody", read(comment, "text"));
            assertEquals(Optional.of("owner"), read(comment, "author"));
        }
        Object file = only(view(decision, "reader").ask("attachments"));
        assertEquals("plan.pdf application/pdf Optional[owner] " + then,
                read(file, "name") + " " + read(file, "type") + " " + read(file, "author") + " " + read(file, "at"));
    }

    /** A Decision that every gate lets through. */
    private static IssueRow ready(String summary) {
        IssueInput input = new IssueInput().set("summary", summary).set("duedate", TestTime.today().plusDays(7).toString())
                .set(wired.field("Owner"), "owner").offScreen(IssueInput.OffScreen.ACCEPTED);
        for (String field : List.of("Acceptance criteria", "Fallback plan", "Trade-offs", "Outcome", "Reason for the outcome",
                "Rejected options")) {
            input.set(wired.field(field), "Every refund reaches the customer within 3 days");
        }
        return wired.create("SHOP", "Decision", input);
    }

    private static void move(IssueRow issue, int transition) {
        var outcome = wired.jira.issues().transition("lead", issue.id(), transition,
                new IssueInput().comment("Decided as it was proposed in the review"));
        assertTrue(outcome.toString(), outcome.done());
    }

    private static View view(IssueRow issue, String actor) throws Exception {
        return new View(new JiraObjects(wired.jira).issue(wired.jira.issues().byId(issue.id()).orElseThrow()), actor);
    }

    private static Object field(String id) throws ReflectiveOperationException {
        return wired.box.plugin(PLUGIN).load("org.decisiongates.issue.Field").getConstructor(String.class).newInstance(id);
    }

    private static List<?> keys(View view) throws Exception {
        return ((Collection<?>) view.ask("links")).stream().map(link -> read(link, "key")).toList();
    }

    private static Object only(Object list) {
        assertEquals(list.toString(), 1, ((Collection<?>) list).size());
        return ((Collection<?>) list).iterator().next();
    }

    private static Object read(Object value, String component) {
        try {
            return value.getClass().getMethod(component).invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(value + " has no " + component, e);
        }
    }

    /** The issue as the jar shows it to rules; its classes are those of the bundle, so it is asked by names. */
    private record View(Object view) {

        View(Issue issue, String actor) throws Exception {
            this(made(issue, actor));
        }

        private static Object made(Issue issue, String actor) throws Exception {
            Method of = factory.getClass().getDeclaredMethod("of", Issue.class, String.class);
            of.setAccessible(true);
            return of.invoke(factory, issue, actor);
        }

        Object ask(String question, Object... arguments) throws Exception {
            Class<?> type = wired.box.plugin(PLUGIN).load("org.decisiongates.issue.IssueView");
            Method method = Arrays.stream(type.getMethods()).filter(one -> one.getName().equals(question)).findFirst().orElseThrow();
            try {
                return method.invoke(view, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException thrown) {
                    throw thrown;
                }
                throw e;
            }
        }
    }
}
