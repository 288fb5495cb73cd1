package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.web.Browser;

/** The pages of policies as a browser without scripts meets them. */
public class PolicyPagesWiredTest {

    private static final String PAGE = "/plugins/servlet/decision-gates/policies";

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    private Browser browser;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        wired.enable("SHOP");
    }

    @Before
    public void logIn() throws Exception {
        browser = Browser.as(wired.box.baseUrl(), "lead");
    }

    @Test
    public void makesAPolicyButtonByButton() throws Exception {
        open("?project=SHOP&key=own&from=new");
        Document page = press("add-gate", "name", "Ours");
        page = press("adding:0", "g0.name", "Start", "g0.key", "start");
        assertTrue(page.select(".decision-gates-policy-offer").size() > 5);
        page = press("add-rule:0:has-due-date");
        page = press("add-when:0:0", "whenKind", "ISSUE_TYPE", "whenValues", "Task\nUnheard of");
        assertTrue(page.text(),
                page.select(".aui-message-error").text().equals("Jira does not know: Unheard of. The condition was not added."));
        page = press("add-when:0:0", "whenKind", "FIELD_IS_SET", "whenField", "summary");
        page = press("update", "g0.r0.s.horizon-days", "9", "g0.r0.enforcement", "ADVISE");
        assertTrue(page.text(), page.text().contains("9 days ahead"));
        page = press("close:0:0");
        page = press("adding:0");
        page = press("add-rule:0:has-owner");
        page = press("up:0:1");
        assertEquals(List.of("has-owner", "has-due-date"), rules(page));
        page = press("undo");
        assertEquals(List.of("has-due-date", "has-owner"), rules(page));
        page = press("remove:0:1");
        assertEquals(List.of("has-due-date"), rules(page));

        assertTrue(press("save").text().contains("Say why you change the policy"));
        page = press("save", "why", "ours is shorter");

        assertTrue(page.text(), page.text().contains("Saved as version 1"));
        String stored = wired.get("lead", "/rest/decision-gates/1.0/policies/own?project=SHOP").body();
        assertTrue(stored, stored.contains("\"horizon-days\":\"9\"") && stored.contains("\"advise\"") && stored.contains("field-is-set"));
        assertTrue(open("?project=SHOP").text().contains("Ours"));
    }

    @Test
    public void makesAnApprovalButtonByButton() throws Exception {
        open("?project=SHOP&key=approved&from=new");
        press("add-gate", "name", "Approved");
        press("add-rule:0:approvals-current", "g0.name", "Review", "g0.key", "review");
        Document page = press("add-approval");
        assertEquals("bound to everything at first", 10, page.select("[name=a0.sections][checked]").size());
        assertEquals(1, page.select("[name=separationOfDuties][checked]").size());
        press("add-approval-when:0", legal("whenKind", "FIELD_IS_SET", "whenField", "duedate"));
        page = press("close:approval:0", legal());
        String said = page.select(".decision-gates-policy-approvals li").text();
        assertTrue(said, said.contains("Legal: 2 approvals from reader, owner, members of the group storefront-leads")
                && said.contains("Stage 2") && said.contains("Comment needed") && said.contains("Password needed")
                && said.contains("Bound to: question, fallback"));
        press("add-approval");
        page = press("close:approval:1", "a1.name", "Board", "a1.key", "board", "a1.people", "lead", "a1.groups", "", "a1.roles", "",
                "a1.fields", "", "a1.sections", "scope", "a1.comment", "true");
        page = press("approval-up:1");
        assertEquals(List.of("Board", "Legal"), approvals(page));
        page = press("remove-approval:0");
        assertEquals(List.of("Legal"), approvals(page));
        page = press("undo");
        page = press("undo");
        assertEquals(List.of("Legal", "Board"), approvals(page));
        page = press("remove-approval:1");
        page = press("save", "why", "Legal has to agree", "reminderDays", "3");
        assertTrue(page.text(), page.text().contains("Saved as version 1"));
        JsonNode stored = stored("approved");
        assertEquals(1, stored.at("/approvals/requirements").size());
        JsonNode legal = stored.at("/approvals/requirements/0");
        assertEquals("[\"reader\",\"owner\"]", legal.get("people").toString());
        assertEquals("[\"question\",\"fallback\"]", legal.get("sections").toString());
        assertEquals("this browser ticks every box", "[{\"kind\":\"field-is-set\",\"field\":\"duedate\",\"not\":true}]",
                legal.get("when").toString());
        assertEquals("{\"unit\":\"people\",\"number\":2}", legal.get("quorum").toString());
        assertEquals(2, legal.get("stage").asInt());
        assertTrue(legal.get("commentRequired").asBoolean());
        assertTrue(legal.get("passwordRequired").asBoolean());
        assertTrue("on without a word", stored.at("/approvals/separationOfDuties").isMissingNode());
        assertEquals(3, stored.at("/approvals/reminderDays").asInt());
        press("edit-approval:0");
        press("remove-approval-when:0:0", legal());
        page = press("save", legal("why", "always", "a0.comment", "true", "a0.number", "1"));
        assertTrue(page.text(), page.text().contains("Saved as version 2"));
        assertTrue(stored("approved").at("/approvals/requirements/0/when").isMissingNode());
        String history = open("?project=SHOP&key=approved&history=1").text();
        assertTrue(history, history.contains("The approval by Legal takes another number of people.")
                && history.contains("The approval by Legal is asked for under other conditions."));
    }

    /** An administrator who has never seen approvals gets all of it but the names of those who approve. */
    @Test
    public void beginsApprovalsWithAnExample() throws Exception {
        open("?project=SHOP&key=example-approval&from=new");
        press("add-gate", "name", "Second opinion");
        press("add-rule:0:has-owner", "g0.name", "Decide", "g0.key", "decide", "g0.phase", "DECIDED");
        press("close:0:0");
        Document page = press("add-example-approval");
        assertEquals(List.of("question", "chosen-option", "criteria"), page.select("[name=a0.sections][checked]").eachAttr("value"));
        assertEquals("offered while there is none", 0, page.select("[value=add-example-approval]").size());
        assertEquals("2", page.select("[name=a0.number]").val());
        press("close:approval:0", legal());
        page = press("save", "why", "Two have to agree");
        assertTrue(page.text(), page.text().contains("Saved as version 1"));
        JsonNode stored = stored("example-approval");
        assertEquals("{\"unit\":\"people\",\"number\":2}", stored.at("/approvals/requirements/0/quorum").toString());
        assertEquals("has-owner approvals-current",
                stored.at("/gates/0/rules/0/rule").asText() + " " + stored.at("/gates/0/rules/1/rule").asText());
        press("retire", "why", "over");
    }

    /** All of it at once, each where it was typed, and nothing is stored. */
    @Test
    public void tellsWhatIsWrongWithAnApprovalWhereItIsTyped() throws Exception {
        open("?project=SHOP&key=disapproved&from=new");
        press("add-gate", "name", "Disapproved");
        press("add-rule:0:approvals-current", "g0.name", "Review", "g0.key", "review");
        press("add-approval");
        String[] wrong = {"a0.name", "Legal", "a0.key", "legal", "a0.people", "nobody-of-that-name", "a0.groups", "no-group", "a0.roles",
                "",
                "a0.fields", "", "a0.number", "many", "a0.unit", "PERCENT", "a0.stage", "10", "a0.sections", ""};
        for (String button : List.of("save", "close:approval:0", "add-gate")) {
            Document page = press(button, wrong);
            assertFault(page, "a0.people", "nobody-of-that-name",
                    "Approval \u201CLegal\u201D, Users who can approve, one user name per line:"
                            + " Jira has no user nobody-of-that-name. Enter user names, one per line.");
            assertFault(page, "a0.groups", "no-group",
                    "Approval \u201CLegal\u201D, Groups whose members can approve, one per line: Jira has"
                            + " no group no-group. Enter names of groups, one per line.");
            assertFault(page, "a0.number", "many",
                    "Approval \u201CLegal\u201D, Approvals needed: \u201Cmany\u201D is not a whole number from 1 to 100.");
            assertFault(page, "a0.stage", "10", "Approval \u201CLegal\u201D, Stage (1 to 9; starts when the stages before it are complete):"
                    + " \u201C10\u201D is not a whole number from 1 to 9.");
            assertTrue(page.text(),
                    page.select("[id='decision-gates-policy-a0.sections'] .error").text().equals("Say what an approval is bound to."));
            assertEquals("the one that is open stays open", 1, page.select("[name=a0.open]").size());
            assertEquals("and nothing else happens", 1, page.select(".decision-gates-policy-gate").size());
        }
        Document page = press("save", "a0.name", " ", "a0.key", "No key", "a0.people", "", "a0.groups", "", "a0.roles", "", "a0.fields", "",
                "a0.number", "1", "a0.stage", "1", "a0.sections", "question");
        List<String> faults = page.select(".aui-message-error li").eachText();
        assertEquals(List.of(
                "Approval \u201CNo key\u201D, Key that approvals are stored under: \u201CNo key\u201D is not a key: use lower-case"
                        + " letters and digits with hyphens between them, at most 50 characters.",
                "Approval \u201CNo key\u201D, Name, such as Legal: "
                        + "\u201C\u201D is empty, longer than 100 characters, or contains a character"
                        + " that cannot be stored.",
                "Approval \u201CNo key\u201D: Nobody is named who could approve. Name people, groups, project roles or fields.",
                "Save: Say why you change the policy: people who read its history will want to know."), faults);
        for (String place : page.select(".aui-message-error li a").eachAttr("href")) {
            assertEquals(place, 1, page.select("[id='" + place.substring(1) + "']").size());
        }
        assertEquals(404, wired.get("lead", "/rest/decision-gates/1.0/policies/disapproved?project=SHOP").status());
        browser.page.select("[name=a0.packed]").attr("value", "{}");
        assertTrue(press("save", "why", "x").select(".aui-message-error").text().contains("The form was sent incomplete"));
    }

    /** What somebody does not edit stays, whoever saves the policy and how. */
    @Test
    public void keepsApprovalsOnEveryWayThatAPolicyIsSaved() throws Exception {
        String approvals = "{\"approvals\":{\"separationOfDuties\":false,\"requirements\":["
                + "{\"key\":\"legal\",\"name\":\"Legal\",\"stage\":3,"
                + "\"groups\":[\"storefront-leads\"],"
                + "\"quorum\":{\"unit\":\"percent\",\"number\":50},\"when\":[{\"kind\":\"customer-facing\"}],"
                + "\"sections\":[\"scope\"],\"commentRequired\":true,\"passwordRequired\":true}]},";
        String json = PolicyRestWiredTest.policy("kept", "Kept", "14").replaceFirst("\\{", approvals);
        Reply made = wired.call("admin", "PUT", "/rest/decision-gates/1.0/policies/kept?why=x&basedOn=0", WiredJira.JSON, json);
        assertEquals(made.body(), 200, made.status());
        JsonNode expected = wired.get("admin", "/rest/decision-gates/1.0/policies/kept").json().at("/policy/approvals");
        assertEquals(1, expected.path("requirements").size());
        String exported = wired.get("admin", "/rest/decision-gates/1.0/policies/kept/export").body();

        open("?project=SHOP&key=kept&from=1");
        unsetSeparation();
        press("add-gate");
        unsetSeparation();
        press("remove-gate:1");
        unsetSeparation();
        assertTrue(press("save", "why", "ours").text().contains("Saved as version 1"));
        assertEquals("of all projects", expected, stored("kept").get("approvals"));
        unsetSeparation();
        assertTrue(press("save", "why", "again", "name", "Kept again").text().contains("Saved as version 2"));
        assertEquals("another name", expected, stored("kept").get("approvals"));
        open("?project=SHOP&key=kept&history=1");
        press("revert:1", "why", "back");
        assertEquals("an older version", expected, stored("kept").get("approvals"));
        open("?project=SHOP");
        Document page = press("import", "file", exported, "why", "from a file");
        assertTrue(page.text(), page.text().contains("was imported as version 4"));
        assertEquals("a file", expected, stored("kept").get("approvals"));
        browser.open(PAGE + "?project=SHOP&key=kept");
        browser.page.select("[name=approvals], [name^=a0], [name=separationOfDuties]").remove();
        assertTrue(press("save", "why", "from a page of the version before").text().contains("Saved as version 5"));
        assertEquals("a page that shows none", expected, stored("kept").get("approvals"));
    }

    /** This browser ticks every box. */
    private void unsetSeparation() {
        assertEquals(0, browser.page.select("[name=separationOfDuties][checked]").size());
        browser.page.select("[name=separationOfDuties]").remove();
    }

    private static JsonNode stored(String key) throws Exception {
        return wired.get("lead", "/rest/decision-gates/1.0/policies/" + key + "?project=SHOP").json().at("/policy");
    }

    private static List<String> approvals(Document page) {
        return page.select(".decision-gates-policy-approvals li > p:first-of-type").stream()
                .map(claim -> claim.text().replaceFirst(":.*", ""))
                .toList();
    }

    /** The form of the first approval as it is filled in, and more. */
    private static String[] legal(String... more) {
        List<String> typed = new ArrayList<>(List.of("a0.name", "Legal", "a0.key", "legal", "a0.people", "reader\nowner", "a0.groups",
                "storefront-leads", "a0.roles", "", "a0.fields", "", "a0.stage", "2", "a0.sections", "question", "a0.sections",
                "fallback"));
        typed.addAll(List.of(more));
        if (!typed.contains("a0.number")) {
            typed.addAll(List.of("a0.number", "2"));
        }
        return typed.toArray(String[]::new);
    }

    /** What a browser without its checks sends: said where it was typed, kept there, and nothing is stored of it. */
    @Test
    public void leavesWhatIsNoNumberWhereItWasTyped() throws Exception {
        IssueRow issue = wired.decision("To be tested");
        open("?project=SHOP&key=typing&from=new");
        press("add-gate", "name", "Typing");
        press("add-rule:0:has-acceptance-criteria", "g0.name", "Review", "g0.key", "review");
        for (String wrong : List.of("soon", "-1", "1.5", "1e2", "0x10", "\u0663", "366", "9999999999", "")) {
            Document page = press("save", "why", "to try", "waiverDays", wrong, "waiverGroups", "storefront-leads");
            assertFault(page, "waiverDays", wrong,
                    "Longest waiver, in days: \u201C" + wrong + "\u201D is not a whole number from 1 to 365.");
        }
        press("update", "waiverDays", "30");
        for (String wrong : List.of("many", "-5", "101", "2,5")) {
            Document page = press("save", "w.has-acceptance-criteria", wrong);
            assertFault(page, "w.has-acceptance-criteria", wrong,
                    "Score, Acceptance criteria defined: \u201C" + wrong + "\u201D is not a whole number from 0 to 100.");
        }
        press("update", "w.has-acceptance-criteria", "100");
        for (String wrong : List.of("few", "0", "-1", "1000000")) {
            Document page = press("save", "g0.r0.s.minimum", wrong);
            assertFault(page, "g0.r0.s.minimum", wrong,
                    "Gate \u201CReview\u201D, rule \u201CAcceptance criteria defined\u201D, Minimum number of"
                            + " different criteria: \u201C" + wrong + "\u201D is not a whole number from 1 to 50.");
        }
        press("close:0:0", "g0.r0.s.minimum", "1");
        press("take-case", "issue", issue.key(), "caseGate", "review");
        for (String wrong : List.of("tomorrow", "2026-02-30", "+12026-01-01", "")) {
            for (String button : List.of("close:test:0", "add-gate", "save")) {
                Document page = press(button, "c0.day", wrong, "c0.name", "One");
                assertFault(page, "c0.day", wrong,
                        "Test \u201COne\u201D, Day of the evaluation: \u201C" + wrong + "\u201D is not a day. Give one from"
                                + " 0000-01-01 to 9999-12-31, such as 2026-12-31.");
            }
        }
        assertEquals("nothing is stored", 404, wired.get("lead", "/rest/decision-gates/1.0/policies/typing?project=SHOP").status());
        Document page = press("remove-case:0", "c0.day", "tomorrow");
        assertEquals(page.text(), 0, page.select(".aui-message-error").size());
        page = press("save");
        assertTrue(page.text(), page.text().contains("Saved as version 1"));
        assertEquals(30, wired.get("lead", "/rest/decision-gates/1.0/policies/typing?project=SHOP").json().at("/policy/waivers/longestDays")
                .asInt());
    }

    private static void assertFault(Document page, String input, String typed, String fault) {
        assertTrue(fault + " in " + page.select(".aui-message-error").text(),
                page.select(".aui-message-error li").eachText().contains(fault));
        String place = page.select(".aui-message-error li a").stream().filter(link -> link.text().equals(fault)).findFirst().orElseThrow()
                .attr("href").substring(1);
        Element typing = page.getElementById(place);
        assertEquals(input, typing.attr("name"));
        assertEquals(typed, typing.val());
        assertEquals("true", typing.attr("aria-invalid"));
        assertEquals(fault, 0, page.select(".aui-message-success").size());
    }

    /** In the words of the form, each with a way to its place, for whoever can correct it. */
    @Test
    public void tellsWhatIsWrongAtThePlaceOfTheForm() throws Exception {
        open("?project=SHOP&key=wrong&from=new");
        press("add-gate", "name", " ");
        press("add-gate", "g0.key", "No key");
        press("add-rule:1:has-owner", "g1.name", "Review", "g1.key", "review");
        press("adding:1");
        press("add-rule:1:has-owner");
        press("adding:1");
        press("add-rule:1:date-in-range");
        Document page = press("close:1:2", "g1.r2.s.earliest", "soon");
        String claim = page.select(".decision-gates-policy-claim.error").text();
        assertTrue(claim, claim.contains("its setting \u201CFirst possible day, as in 2026-01-01\u201D does not accept "
                + "\u201Csoon\u201D"));

        page = press("save");

        assertEquals(List.of("Name: \u201C\u201D is empty, longer than 100 characters, or contains a character that cannot be stored.",
                "Gate \u201CNew gate\u201D, Key that workflows store: \u201CNo key\u201D is not a key: "
                        + "use lower-case letters and digits with hyphens"
                        + " between them, at most 50 characters.",
                "Gate \u201CNew gate\u201D: The gate has no rule, so it would refuse every issue. Add a rule, or remove the gate.",
                "Gate \u201CReview\u201D, rule \u201COwner names one active person who can be assigned work in the "
                        + "project.\u201D: The gate"
                        + " has the same rule twice, with the same settings and conditions. Remove one, or change it.",
                "Gate \u201CReview\u201D, rule \u201CDate in range\u201D, First possible day, as in 2026-01-01: "
                        + "\u201Csoon\u201D is not a day from"
                        + " 0000-01-01 to 9999-12-31, as in 2026-12-31.",
                "Save: Say why you change the policy: people who read its history will want to know."),
                page.select(".aui-message-error li").eachText());
        for (String place : page.select(".aui-message-error li a").eachAttr("href")) {
            assertEquals(place, 1, page.select("[id='" + place.substring(1) + "']").size());
        }
        assertTrue(page.text(), !page.text().contains("gates[") && !page.text().contains("Ask a Jira administrator"));
        assertEquals(404, wired.get("lead", "/rest/decision-gates/1.0/policies/wrong?project=SHOP").status());
    }

    @Test
    public void triesAPolicyWithTheRightsOfWhoEdits() throws Exception {
        IssueRow issue = wired.decision("Nobody owns this yet");
        open("?project=SHOP&key=tried&from=new");
        Document page = press("add-gate", "name", "Tried");
        page = press("add-rule:0:has-acceptance-criteria");
        page = press("preview", "issue", issue.key());
        assertEquals(1, page.select(".decision-gates-policy-passed, .decision-gates-policy-failed").size());
        assertTrue(press("preview", "issue", "GONE-1").text().contains("There is no issue GONE-1"));
        assertEquals("nothing is stored", 404, wired.get("lead", "/rest/decision-gates/1.0/policies/tried?project=SHOP").status());
    }

    /** Of two that read alike one would be of a type that no issue has. */
    @Test
    public void offersEachIssueTypeOnce() throws Exception {
        List<String> types = open("?project=SHOP&key=typed&from=new").select("[name=issueType] option").eachText();
        assertEquals(types.stream().distinct().toList(), types);
        assertTrue(types.toString(), types.containsAll(List.of("Decision", "Blocker", "Task")));
        assertTrue(press("preview", "issue", "").text().contains("Give the key of an issue"));
    }

    /** Of Jira's id of such a type no issue is, as far as policies see: the rule would be asked of nothing. */
    @Test
    public void takesTheNameOfATypeOfTheAppForItsKey() throws Exception {
        open("?project=SHOP&key=by-type&from=new");
        press("add-gate", "name", "By type");
        press("add-rule:0:has-acceptance-criteria");
        String page = press("add-when:0:0", "whenKind", "ISSUE_TYPE", "whenValues", "Decision").text();
        assertTrue("this browser ticks every box: " + page, page.contains("when the issue type is not decision"));
        assertTrue(page, page.contains("These conditions never hold for issues of this type"));
    }

    @Test
    public void saysThatTheAppStoredWhatItShips() throws Exception {
        assertTrue(Browser.as(wired.box.baseUrl(), "admin").confirmed("admin")
                .open("/plugins/servlet/decision-gates/policies?key=decision&history=1").text()
                .contains("UTC, Decision Gates: As shipped"));
    }

    /** What a transition would be asked is asked, policies of all projects included, and each rule says whose it is. */
    @Test
    public void triesAPolicyTogetherWithTheOthersInForce() throws Exception {
        IssueRow issue = wired.decision("Asked by two");
        open("?project=SHOP&key=stricter&from=new");
        press("add-gate", "name", "Stricter", "issueType", "decision");
        press("add-rule:0:has-comment", "g0.name", "Review", "g0.key", "review", "g0.phase", "IN_REVIEW");
        press("close:0:0", "g0.phase", "IN_REVIEW");
        Document page = press("preview", "issue", issue.key());

        List<String> said = page.select(".decision-gates-policy-box:has([name=issue]) > p:has(.aui-lozenge)").eachText();
        assertTrue(said.toString(),
                said.stream().anyMatch(line -> line.startsWith("Only at a transition Comment added") && !line.contains("asked by")));
        assertTrue(said.toString(),
                said.stream().anyMatch(line -> line.contains("Owner assigned") && line.contains("(asked by Decision (all projects)")));

        IssueRow other = wired.create("SHOP", "Task", new IssueInput().set("summary", "Another type"));
        page = press("preview", "issue", other.key());
        assertTrue(page.text(), page.select(".aui-message-info").text().contains(other.key() + " has the issue type Task"));
    }

    @Test
    public void takesAnIssueAsATestAndSavesNothingThatFailsOne() throws Exception {
        IssueRow issue = wired.decision("Nobody decides this");
        open("?project=SHOP&key=tested&from=new");
        press("add-gate", "name", "Tested");
        press("add-rule:0:has-owner", "g0.name", "Review", "g0.key", "review");
        press("close:0:0");
        Document page = press("take-case", "issue", issue.key(), "caseGate", "review");
        assertEquals("FAILED", page.selectFirst("[name=\"c0.e.has-owner\"] option[selected]").val());
        page = press("close:test:0", "c0.name", "nobody decides");
        assertTrue(page.text(), page.select(".decision-gates-policy-tests").text().contains("As expected nobody decides Review, on"));

        page = press("edit-case:0");
        page = press("save", "c0.e.has-owner", "PASSED", "why", "to try");
        String refused = page.select(".aui-message-error").text();
        assertTrue(refused, refused.contains("The test \u201Cnobody decides\u201D of the gate \u201CReview\u201D fails")
                && refused.contains("Owner assigned: expected \u201CPassed\u201D, found \u201CFails\u201D."));
        page = press("close:test:0", "c0.e.has-owner", "PASSED");
        assertTrue(page.text(), page.select(".decision-gates-policy-tests").text().contains("Not as expected nobody decides"));
        page = press("accept-case:0", "w.has-owner", "90");
        assertTrue(press("save", "why", "weighed").text().contains("100"));
        page = press("save", "w.has-owner", "100");
        assertTrue(page.text(), page.text().contains("Saved as version 1"));

        assertEquals("a stored test is called by its number", "0", page.selectFirst("[name=c0.packed]").val());
        page = press("undo-nothing", "name", "Tested again");
        page = press("save", "why", "another name");
        assertTrue(page.text(), page.text().contains("Saved as version 2"));
        JsonNode stored = wired.get("lead", "/rest/decision-gates/1.0/policies/tested?project=SHOP").json().at("/policy");
        assertEquals("nobody decides", stored.at("/cases/0/name").asText());
        assertEquals("failed", stored.at("/cases/0/expected/has-owner").asText());
        assertEquals(100, stored.at("/weights/has-owner").asInt());
        page = press("remove-case:0");
        assertEquals(0, page.select("[name=c0.packed]").size());
        assertTrue(press("save", "why", "no test").text().contains("Saved as version 3"));
        String changes = open("?project=SHOP&key=tested&history=1").text();
        assertTrue(changes, changes.contains("Removed the test \u201Cnobody decides\u201D."));
    }

    /** No JSON for what an issue that is a little different would be. */
    @Test
    public void changesTheIssueOfATestAndWhoActsInTheForm() throws Exception {
        IssueRow issue = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Changed in a test").set("duedate",
                TestTime.today().plusDays(3).toString()).set(wired.field("Acceptance criteria"), "Refunds reach the customer\nin 3 days")
                .offScreen(IssueInput.OffScreen.ACCEPTED));
        open("?project=SHOP&key=changing&from=new");
        press("add-gate", "name", "Changing");
        for (String rule : List.of("has-acceptance-criteria", "has-due-date", "has-comment", "actor-in-group-or-role")) {
            press("add-rule:0:" + rule, "g0.name", "Review", "g0.key", "review");
        }
        press("update", "g0.r3.s.groups", "storefront-leads");
        Document page = press("take-case", "issue", issue.key(), "caseGate", "review");
        assertEquals("lead", page.selectFirst("[name=c0.actor]").val());
        String criteria = page.select("textarea[name^=c0.f.]").attr("name");
        String day = page.select("input[type=date][name^=c0.f.]").attr("name");
        page = press("accept-case:0");
        page = press("edit-case:0");
        String before = page.selectFirst("[name=c0.packed]").val();
        assertEquals("nothing is changed by looking at it", before, press("update").selectFirst("[name=c0.packed]").val());

        press("update", criteria, "TBD", day, "2020-01-01", "c0.comment", "We take the second option, see the "
                + "notes", "c0.actor", "owner");
        page = press("accept-case:0");
        page = press("edit-case:0");

        String packed = page.selectFirst("[name=c0.packed]").val();
        for (String changed : List.of("\"TBD\"", "2020-01-01", "We take the second option", "\"actor\":\"owner\"")) {
            assertTrue(changed + " in " + packed, packed.contains(changed));
        }
        assertEquals("FAILED", page.selectFirst("[name=\"c0.e.has-acceptance-criteria\"] option[selected]").val());
        assertEquals("PASSED", page.selectFirst("[name=\"c0.e.has-comment\"] option[selected]").val());
        page = press("save", "why", "x", day, "soon", "c0.actor", "nobody-of-that-name");
        assertFault(page, day, "soon",
                "Test \u201C" + page.selectFirst("[name=c0.name]").val()
                        + "\u201D, Due date: \u201Csoon\u201D is not a day. Give one from 0000-01-01 to"
                        + " 9999-12-31, such as 2026-12-31.");
        assertFault(page, "c0.actor", "nobody-of-that-name", "Test \u201C" + page.selectFirst("[name=c0.name]").val()
                + "\u201D, Person acting (user name; empty: nobody): Jira has no user \u201Cnobody-of-that-name\u201D. Enter a "
                + "user name, or leave this empty.");
    }

    /** Whoever may read a policy reads its tests, and need not be allowed to see the issues they were made of. */
    @Test
    public void keepsInATestNothingThatOnlySomeMaySee() throws Exception {
        long scheme = wired.jira.levels().createScheme("Levels");
        long level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        IssueRow secret = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Decided in secret")
                .set(Levels.FIELD, String.valueOf(level)).offScreen(IssueInput.OffScreen.ACCEPTED));
        IssueRow issue = wired.decision("Waits for another");
        IssueRow other = wired.decision("The other");
        wired.jira.links().create(wired.jira.links().typesNamed("Blocks").get(0).id(), other.id(), issue.id(), "lead");
        open("?project=SHOP&key=open-to-all&from=new");
        press("add-gate", "name", "Open to all");
        press("add-rule:0:no-open-blocking-decision", "g0.name", "Review", "g0.key", "review");
        press("close:0:0");

        Document page = press("take-case", "issue", issue.key(), "caseGate", "review");

        assertEquals("FAILED", page.selectFirst("[name=\"c0.e.no-open-blocking-decision\"] option[selected]").val());
        String taken = page.selectFirst("[name=c0.packed]").val();
        assertTrue(taken, taken.contains("links") && !taken.contains(other.key()));
        page = press("take-case", "issue", secret.key(), "caseGate", "review");
        assertTrue(page.text(), page.select(".aui-message-error").text().contains(secret.key() + " has a security level"));
        IssueRow elsewhere = wired.create("OPS", "Task", new IssueInput().set("summary", "For those of another project"));
        page = press("take-case", "issue", elsewhere.key(), "caseGate", "review");
        assertTrue(page.text(), page.select(".aui-message-error").text().contains(elsewhere.key() + " belongs to another project"));
        assertEquals(1, page.select("[name~=c[0-9]+.packed]").size());
    }

    /** Who administers a project need not be allowed to see the issues of other projects that tests were made of. */
    @Test
    public void carriesWeightsButNoTestsFromAPolicyOfAllProjects() throws Exception {
        String all = PolicyRestWiredTest.policy("carried", "Carried", "14").replaceFirst("\\{",
                "{\"weights\": {\"has-owner\": 100}, \"cases\": [{\"name\": \"nobody\", \"gate\": \"start\", \"day\": \"2026-11-18\","
                        + " \"issue\": {\"status\": {\"id\": \"DRAFT\", \"name\": \"Draft\", \"phase\": \"DRAFT\"}},"
                        + " \"expected\": {\"has-owner\": \"failed\"}}],");
        Reply made = wired.call("admin", "PUT", "/rest/decision-gates/1.0/policies/carried?why=x&basedOn=0", WiredJira.JSON, all);
        assertEquals(made.body(), 200, made.status());
        Document opened = open("?project=SHOP&key=carried&from=1");
        assertFalse(opened.html(), opened.html().contains("nobody"));
        press("update", "name", "Ours");
        Document page = press("save", "why", "ours");
        assertTrue(page.text(), page.text().contains("Saved as version 1"));
        JsonNode stored = wired.get("lead", "/rest/decision-gates/1.0/policies/carried?project=SHOP").json().at("/policy");
        assertEquals(stored.toString(), 0, stored.path("cases").size());
        assertEquals(100, stored.at("/weights/has-owner").asInt());
    }

    @Test
    public void goesBackToAnOlderVersionAndTakesOutOfForce() throws Exception {
        for (String days : List.of("14", "28")) {
            wired.call("lead", "PUT", "/rest/decision-gates/1.0/policies/back?project=SHOP&why=x&basedOn=" + (days.equals("14") ? 0 : 1),
                    WiredJira.JSON, PolicyRestWiredTest.policy("back", "Back", days));
        }
        Document history = open("?project=SHOP&key=back&history=1");
        assertTrue(history.text(), history.text().contains("28"));
        history = press("revert:1", "why", "too long");
        assertTrue(history.text(), history.text().contains("it is now version 3"));
        open("?project=SHOP&key=back");
        Document page = press("retire", "why", "over");
        assertTrue(page.text(), page.text().contains("Out of force"));
    }

    @Test
    public void listsTheWaysRoundAGate() throws Exception {
        String guarding = PolicyRestWiredTest.policy("guarding", "Guarding", "14").replace("\"name\": \"Start\",",
                "\"name\": \"Start\", \"phase\": \"DRAFT\",");
        assertEquals(200,
                wired.call("lead", "PUT", "/rest/decision-gates/1.0/policies/guarding?project=SHOP&why=x&basedOn=0", WiredJira.JSON,
                        guarding).status());

        List<String> ways = open("?project=SHOP&key=guarding").select(".decision-gates-policy-bypass").eachText();

        assertTrue(ways.toString(), ways.stream().anyMatch(way -> way.contains("Decision workflow: Create")));
        JsonNode listed = wired.get("lead", "/rest/decision-gates/1.0/policies?project=SHOP").json().at("/policies");
        assertTrue(listed.toString(), listed.toString().contains("\"workflow\":\"Decision workflow\""));
        assertEquals("the shipped policies have no way round them in a project that was enabled", List.of(),
                wired.get("lead", "/rest/decision-gates/1.0/policies?project=SHOP").json().at("/policies").findParents("bypassedBy")
                        .stream()
                        .map(gate -> gate.path("bypassedBy")).filter(round -> !round.isEmpty())
                        .filter(round -> !round.at("/0/policy").asText().equals("guarding")).map(JsonNode::toString).toList());
    }

    @Test
    public void namesNoWorkflowOfOtherProjectsToWhoAdministersOne() throws Exception {
        wired.jira.workflows().create("admin", "elsewhere", "",
                wired.jira.workflows().byName("Decision workflow", false).orElseThrow().xml());

        String all = wired.get("admin", "/rest/decision-gates/1.0/policies").body();
        String own = wired.get("lead", "/rest/decision-gates/1.0/policies?project=SHOP").body();

        assertTrue(all, all.contains("\"workflow\":\"elsewhere\""));
        assertTrue(own, own.contains("\"workflow\":\"Decision workflow\"") && !own.contains("elsewhere"));
    }

    @Test
    public void putsAFieldOfAGateOnTheScreenOfItsTransition() throws Exception {
        wired.jira.workflows().create("admin", "screened", "",
                wired.jira.workflows().byName("Decision workflow", false).orElseThrow().xml());
        Browser admin = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        String form = "/secure/admin/workflows/EditWorkflowTransitionValidatorParams!default.jspa?workflowMode=live&workflowTransition=11"
                + "&count=0&workflowName=screened";
        Element offer = admin.open(form).selectFirst(".decision-gate-off-screen a");
        assertEquals("Description: put it on the screen\u2026", offer.text());
        String address = offer.attr("href").replaceFirst("^.*(?=/plugins)", "");
        assertEquals("for administrators of Jira only", 403, wired.get("lead", address).status());
        List<String> users = admin.open(address).select("#decision-gates-screen-field li").eachText();
        assertTrue(users.toString(), users.containsAll(List.of("Workflow Decision workflow, transition Send for review",
                "Workflow screened, transition Send for review")));
        assertEquals("a forged form", 403, admin.post(address, ""));
        assertEquals(1, admin.open(form).select(".decision-gate-off-screen").size());

        admin.open(address);
        Document done = admin.submit("#decision-gates-screen-field form");

        assertTrue(done.text(), done.text().contains("To undo this, open the screen under Issues, Screens"));
        // has-reopening-reason asks nothing of whoever sends for review, and reads another field
        assertFalse(admin.open(form).select(".decision-gate-off-screen").text().contains("Description"));
        assertTrue("once", admin.open(address).text().contains("Nothing was changed."));
        assertEquals(404, wired.get("admin", address.replaceFirst("screen=[0-9]+", "screen=99999")).status());
    }

    @Test
    public void importsOnceEverythingIsKnown() throws Exception {
        String foreign = PolicyRestWiredTest.policy("brought", "Brought", "14").replace("{\"rule\": \"has-owner\"}",
                "{\"rule\": \"has-owner\", \"settings\": {\"field\": \"customfield_99999\"}}");
        open("?project=SHOP");
        Document page = press("import", "file", foreign, "why", "from elsewhere");
        Element chosen = page.selectFirst("[name=\"map:field:customfield_99999\"]");
        String owner = chosen.select("option").stream().filter(option -> option.text().startsWith("Owner")).findFirst()
                .orElseThrow().attr("value");
        page = press("import", chosen.attr("name"), owner);
        assertTrue(chosen + " " + owner + page.text(), page.text().contains("was imported as version 1"));
    }

    /** Two fields of one name are asked for, as often as it takes, and never picked. */
    @Test
    public void importsNothingOfANameThatTwoFieldsHaveBeforeOneIsChosen() throws Exception {
        for (int i = 0; i < 2; i++) {
            wired.jira.fields().addOption(wired.jira.fields().create("Hazard", "", FieldType.SELECT, "").id(), "High");
        }
        String foreign = PolicyRestWiredTest.policy("twice", "Twice", "14").replace("{\"rule\": \"has-owner\"}",
                "{\"rule\": \"has-owner\", \"when\": [{\"kind\": \"field-is\", \"field\": \"customfield_99999\", \"values\": [\"7\"]}]}")
                .replaceFirst("\\{",
                        "{\"names\": {\"field\": {\"customfield_99999\": \"Hazard\"}, \"option\": {\"customfield_99999:7\": \"Huge\"}},");
        open("?project=SHOP");
        Document page = press("import", "file", foreign, "why", "from elsewhere");
        for (int again = 0; again < 2; again++) {
            assertTrue(page.text(), page.text().contains("several here have this name"));
            assertEquals("nothing is chosen", "", page.selectFirst("[name=\"map:field:customfield_99999\"] option").val());
            assertEquals("options are asked for behind their field", 0, page.select("[name^=\"map:option\"]").size());
            page = press("import");
        }
        Element field = page.selectFirst("[name=\"map:field:customfield_99999\"]");
        page = press("import", field.attr("name"), field.select("option").get(2).val());
        Element option = page.selectFirst("[name^=\"map:option\"]");
        page = press("import", option.attr("name"), option.select("option").get(1).val());
        assertTrue(page.text(), page.text().contains("was imported as version 1"));
    }

    @Test
    public void isForAdministratorsAndRefusesForgedForms() throws Exception {
        assertEquals(403, wired.get("reader", PAGE + "?project=SHOP").status());
        assertEquals(404, wired.get("lead", PAGE + "?project=GONE").status());
        assertEquals(403, wired.get("lead", PAGE).status());
        Reply forged = wired.call("lead", "POST", PAGE + "?project=SHOP&key=own2&from=new", WiredJira.FORM, "do=save&why=x&name=x");
        assertEquals(403, forged.status());
        assertFalse(wired.get("lead", PAGE + "?project=SHOP").body().contains("own2"));
    }

    @Test
    public void showsTheListWhereAFormIsOfNoPolicyThatThereIs() throws Exception {
        assertEquals("The policy own3 has no version 999.", pressAt("key=own3", "save", "basedOn", "999"));
        assertTrue(pressAt("key=No+Key", "save", "basedOn", "0").contains("No Key"));
        assertEquals("There is no policy gone here.", pressAt("key=gone&history=1", "revert:1"));
    }

    /** What is said in the list of policies where the form of a new policy is sent to another address. */
    private String pressAt(String address, String button, String... namesAndValues) throws Exception {
        open("?project=SHOP&key=own3&from=new").selectFirst(".decision-gates-policy").attr("action", "policies?project=SHOP&" + address);
        Document page = press(button, namesAndValues);
        assertEquals(200, browser.status);
        return page.select(".decision-gates-policies .aui-message-error").text();
    }

    private static List<String> rules(Document page) {
        return page.select("[name$=.packed]").stream().map(packed -> packed.val().replaceAll("^rule=|&.*", "")).toList();
    }

    private Document open(String query) throws Exception {
        browser.open(PAGE + query);
        assertEquals(browser.page.text(), 200, browser.status);
        return browser.page;
    }

    /** Submits the form of the page as it stands but for what is typed. */
    private Document press(String button, String... namesAndValues) throws Exception {
        String form = button.equals("import") ? ".decision-gates-policies-import" : ".decision-gates-policy";
        String[] typed = Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
        typed[namesAndValues.length] = "do";
        typed[namesAndValues.length + 1] = button;
        return browser.submit(form, typed);
    }
}
