package org.decisiongates.sandbox.jira.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** One table of queries on one set of issues, the same on both databases. */
@RunWith(Parameterized.class)
public class SearchTest {

    private final Fixture box;

    public SearchTest(Fixture.Kind database) {
        box = Fixture.on(database);
    }

    @Parameters(name = "{0}")
    public static Fixture.Kind[] databases() {
        return Fixture.Kind.values();
    }

    @Before
    public void fill() {
        FieldRow owner = box.jira.fields().create("Owner", "", FieldType.USERPICKER, "");
        FieldRow impact = box.jira.fields().create("Expected impact", "", FieldType.TEXTAREA, "");
        FieldRow facing = box.jira.fields().create("Customer-facing", "", FieldType.SELECT, "");
        FieldRow points = box.jira.fields().create("Points", "", FieldType.FLOAT, "");
        FieldRow review = box.jira.fields().create("Review on", "", FieldType.DATEPICKER, "");
        String yes = String.valueOf(box.jira.fields().addOption(facing.id(), "Yes").id());
        String no = String.valueOf(box.jira.fields().addOption(facing.id(), "No").id());
        box.created(issue("Checkout drops the voucher").set("assignee", "owner").set("priority", "1").set("duedate", "2026-11-20")
                .set("labels", List.of("handoff", "checkout")).set(owner.id(), "owner").set(facing.id(), yes).set(points.id(), "5")
                .set(impact.id(), "Conversion falls by 5%").set(review.id(), "2026-11-30"));
        box.clock.forward(Duration.ofDays(1));
        box.created(issue("Promotion banner hides the basket").set("assignee", "lead").set("priority", "3").set("duedate", "2026-12-01")
                .set("labels", List.of("handoff")).set(facing.id(), no).set(points.id(), "10").set("description", "50_percent 100%"));
        box.clock.forward(Duration.ofDays(1));
        box.created(issue("Catalogue import is slow").set("issuetype", box.type("Bug")).set("priority", "5"));
        box.clock.forward(Duration.ofDays(1));
        box.created(issue("Voucher text is unclear").set("issuetype", box.type("Story")).set(owner.id(), "lead"));
        box.jira.issues().transition("lead", box.jira.issues().byKey("SHOP-3").orElseThrow().id(), 4, new IssueInput());
        box.jira.issues().transition("lead", box.jira.issues().byKey("SHOP-4").orElseThrow().id(), 5,
                new IssueInput().set("resolution", box.jira.resolutions().byName("Done").orElseThrow().id()));
        box.jira.issues().comment("lead", box.jira.issues().byKey("SHOP-2").orElseThrow().id(), "Ask the refund desk");
        ProjectRow other = box.jira.projects().create("OTHER", "Other", "", "lead");
        box.jira.permissions().grant(other.id(), Permission.CREATE_ISSUES, "team");
        box.jira.permissions().grant(other.id(), Permission.BROWSE_PROJECTS, "team");
        box.created(new IssueInput().set("project", String.valueOf(other.id())).set("issuetype", box.type("Task")).set("summary",
                "Hidden voucher"));
        box.jira.permissions().revoke(other.id(), Permission.BROWSE_PROJECTS, "team");
    }

    private IssueInput issue(String summary) {
        return box.input().set("summary", summary).offScreen(IssueInput.OffScreen.ACCEPTED);
    }

    @Test
    public void findsWhatEveryQueryOfTheTableAsksFor() {
        String[][] table = {
                {"", "4 3 2 1"}, {"order by key", "1 2 3 4"}, {"project = SHOP order by key desc", "4 3 2 1"},
                {"project = storefront order by key", "1 2 3 4"},
                {"key = SHOP-2", "2"}, {"issuekey in (SHOP-1, shop-3) order by key", "1 3"}, {"key != SHOP-1 order by key", "2 3 4"},
                {"key > SHOP-2 order by key", "3 4"}, {"issue <= SHOP-2 order by key", "1 2"},
                {"type = Bug", "3"}, {"issuetype in (Task, Story) order by key", "1 2 4"}, {"type != Task order by key", "3 4"},
                {"status = Open order by key", "1 2"}, {"status in (\"In Progress\", Resolved) order by key", "3 4"}, {"status = 3", "3"},
                {"statusCategory = Done", "4"}, {"statusCategory != Done order by key", "1 2 3"}, {"statusCategory = indeterminate", "3"},
                {"resolution is empty order by key", "1 2 3"}, {"resolution = Unresolved order by key", "1 2 3"},
                {"resolution = Done", "4"},
                {"resolution is not empty", "4"}, {"resolution in (Done, EMPTY) order by key", "1 2 3 4"},
                {"assignee = owner", "1"}, {"assignee is EMPTY order by key", "3 4"}, {"assignee = null order by key", "3 4"},
                {"assignee != owner", "2"}, {"not assignee = owner", "2"}, {"assignee not in (owner)", "2"},
                {"assignee = currentUser()", "2"},
                {"assignee in membersOf(team) order by key", "1 2"}, {"reporter = lead order by key", "1 2 3 4"},
                {"creator = lead and type = Bug", "3"},
                {"priority = Highest", "1"}, {"priority > Medium", "1"}, {"priority <= Medium order by key", "2 3 4"},
                {"priority in (1, Lowest) order by key", "1 3"},
                {"summary ~ voucher order by key", "1 4"}, {"summary ~ \"voucher drop\"", "1"}, {"summary ~ \"\\\"the voucher\\\"\"", "1"},
                {"summary ~ \"vouch*\" order by key", "1 4"}, {"summary !~ voucher order by key", "2 3"}, {"text ~ conversion", "1"},
                {"text ~ refund", "2"},
                {"comment ~ desk", "2"}, {"description ~ 100%", "2"}, {"description ~ 0_p", "2"}, {"description ~ \"%\"", "2"},
                {"description is empty order by key", "1 3 4"},
                {"duedate < 2026-11-25", "1"}, {"due <= \"2026/12/01\" order by key", "1 2"}, {"due > now()", "2"},
                {"due < startOfDay()", "1"},
                {"duedate is empty order by key", "3 4"}, {"due = 2026-11-20", "1"},
                {"due in (2026-11-20, \"2026-12-01\") order by key", "1 2"}, {"due >= -5d and due <= 0d", "1"},
                {"created < 2026-11-23", "1"}, {"created >= -1d order by key", "3 4"}, {"created >= startOfWeek() order by key", "2 3 4"},
                {"created < startOfWeek()", "1"}, {"created >= startOfWeek(-1w) and created <= endOfWeek(-1)", "1"},
                {"created <= \"2026-11-22 10:00\"", "1"},
                {"updated >= startOfDay() order by key", "2 3 4"}, {"resolved >= -1h", "4"}, {"resolutiondate is not empty", "4"},
                {"labels = handoff order by key", "1 2"}, {"labels in (checkout, nothing)", "1"}, {"labels != checkout", "2"},
                {"labels is empty order by key", "3 4"},
                {"\"Owner\" = owner", "1"}, {"\"OWNER\" is not empty order by key", "1 4"},
                {"\"Owner\" != owner", "4"},
                {"\"Owner\" in (owner, lead) and statusCategory != Done", "1"},
                {"\"Owner\" is empty order by key", "2 3"},
                {"\"Customer-facing\" = Yes", "1"}, {"Customer-facing in (No)", "2"}, {"Customer-facing is empty order by key", "3 4"},
                {"Points > 5", "2"}, {"Points >= 5 order by Points desc", "2 1"}, {"Points = 5", "1"}, {"\"Review on\" <= 2026-11-30", "1"},
                {"\"Expected impact\" ~ conversion", "1"}, {"\"Expected impact\" !~ conversion", ""},
                {"type = Bug or assignee = lead order by key", "2 3"},
                {"type = Task and (assignee = lead or labels = checkout) order by key", "1 2"},
                {"not (type = Bug or type = Story) order by key", "1 2"}, {"type = Task AND NOT labels = checkout", "2"},
                {"! type = Bug && status = Open || type = Bug order by key", "1 2 3"},
                {"order by priority desc, key", "1 2 4 3"}, {"order by due", "1 2 4 3"}, {"order by due desc, created asc", "2 1 3 4"},
                {"order by summary", "3 1 2 4"}, {"order by \"Owner\" , key", "4 1 2 3"},
                {"order by status, created desc", "2 1 3 4"}, {"order by updated desc, key desc", "4 3 2 1"},
        };
        List<String> wrong = new ArrayList<>();
        for (String[] row : table) {
            String found = found("lead", row[0]);
            if (!found.equals(row[1])) {
                wrong.add(row[0] + "  expected " + row[1] + " but found " + found);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void saysWhatIsWrongWithAQuery() {
        String[][] table = {
                {"status",
                        "Expecting operator before the end of the query. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'."},
                {"status foo Open", "Expecting operator but got 'foo'."}, {"status foo Open", "(line 1, character 8)"},
                {"status = ", "before the end of the query"},
                {"status = Open Closed", "Expecting either 'OR' or 'AND' but got 'Closed'."}, {"(status = Open", "Expecting ')'"},
                {"status in Open", "needs a list"},
                {"status = \"Open", "The quoted string 'Open' has not been completed."}, {"and = 1", "reserved word 'and'"},
                {"status = Open order status", "Expecting 'by' but got 'status'"},
                {"status = Open\n  and nothing = 1", "Field 'nothing' does not exist or you do not have permission to view it."},
                {"status = Nowhere", "The value 'Nowhere' does not exist for the field 'status'."},
                {"assignee = ghost", "The value 'ghost' does not exist for the field 'assignee'."},
                {"status ~ Open", "The operator '~' is not supported by the 'status' field."},
                {"summary = x", "The operator '=' is not supported by the 'summary' field."},
                {"due < soon", "Date value 'soon' for field 'due' is invalid."},
                {"key = SHOP-99", "An issue with key 'SHOP-99' does not exist for field 'key'."},
                {"key > SHOP-99", "An issue with key 'SHOP-99' does not exist for field 'key'."},
                {"key = nonsense", "The issue key 'nonsense' for field 'key' is invalid."},
                {"project = OTHER", "The value 'OTHER' does not exist for the field 'project'."},
                {"key = OTHER-1", "An issue with key 'OTHER-1' does not exist"},
                {"due < startOfCentury()", "Unable to find JQL function 'startOfCentury()'."},
                {"due < startOfWeek(soon)", "Duration for function 'startOfWeek'"},
                {"due < now(1)", "Function 'now' expected '0' arguments but received '1'."},
                {"order by nothing", "Field 'nothing' does not exist"}, {"status was Open", "does not search the change history"},
                {"summary ~ \"\"", "does not support searching for an empty string"},
                {"a = 1 and b = 2", "Field 'a' does not exist or you do not have permission to view it. Field 'b'"},
                {"status is Open", "only for 'EMPTY' and 'NULL'"}, {"assignee = 'a\\q'", "illegal JQL escape sequence"},
                {"summary ~ a{b", "'{' is a reserved JQL character"},
        };
        List<String> wrong = new ArrayList<>();
        for (String[] row : table) {
            try {
                box.jira.search().check("lead", row[0]);
                wrong.add(row[0] + ": accepted");
            } catch (JqlProblem e) {
                if (!e.getMessage().contains(row[1])) {
                    wrong.add(row[0] + ": " + e.getMessage());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void staysWithinItsStatementWhateverIsTyped() {
        for (String hostile : List.of("summary ~ \"'; drop table jira_issue; --\"", "labels = \"' or '1'='1\"",
                "\"Expected impact\" ~ \"') or 1=1\"")) {
            assertEquals("", found("lead", hostile));
        }
        assertEquals("4 3 2 1", found("lead", ""));
    }

    @Test
    public void refusesANestWithoutEnd() {
        try {
            box.jira.search().find("lead", "(".repeat(5000) + "status = Open" + ")".repeat(5000), 0, 1);
            fail("accepted");
        } catch (JqlProblem e) {
            assertTrue(e.getMessage(), e.getMessage().contains("nested too deeply"));
        }
    }

    @Test
    public void showsEverybodyOnlyWhatTheyMayBrowse() throws JqlProblem {
        assertEquals("4 3 2 1", found("reader", ""));
        assertEquals("", found("outsider", ""));
        assertEquals("", found(null, ""));
        assertEquals("nobody deactivated finds anything", "", found("former", ""));
        assertEquals(2, box.jira.search().count("reader", "text ~ voucher"));
        assertEquals(3, box.jira.search().countAll("reader", "text ~ voucher"));
        assertEquals(0, box.jira.search().count("outsider", "text ~ voucher"));
    }

    @Test
    public void pagesWithoutGapsOrRepeats() throws JqlProblem {
        List<String> keys = new ArrayList<>();
        for (int start = 0; start < 6; start += 2) {
            SearchPage page = box.jira.search().find("lead", "project = SHOP order by project", start, 2);
            assertEquals(4, page.total());
            page.issues().forEach(issue -> keys.add(issue.key()));
        }
        assertEquals(List.of("SHOP-4", "SHOP-3", "SHOP-2", "SHOP-1"), keys);
        assertEquals(4, box.jira.search().find("lead", "", 0, 0).total());
    }

    private String found(String user, String jql) {
        try {
            return box.jira.search().find(user, jql, 0, 50).issues().stream().map(issue -> issue.key().replace("SHOP-", ""))
                    .collect(Collectors.joining(" "));
        } catch (JqlProblem e) {
            return e.getMessage();
        }
    }
}
