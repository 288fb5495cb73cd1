package org.decisiongates.sandbox.jira.data;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.decisiongates.sandbox.host.PlayedClock;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.ProjectTemplate;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/**
 * Decisions of a project of their own that nobody makes alone: a thread that was flagged and resolved in time, and approvals that are
 * current, stale, refused, given by a delegate, and still to be given. It begins last week, so that the week that was closed counts some.
 */
final class PaymentsStory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROJECT = "PAY";
    private static final String REST = "/rest/decision-gates/1.0/";
    private static final int SEND_FOR_REVIEW = 11;
    private static final Collection<Permission> TAKE_PART = EnumSet.of(Permission.BROWSE_PROJECTS, Permission.CREATE_ISSUES,
            Permission.ADD_COMMENTS);
    private static final String INSTALMENTS = "PAY-1";
    private static final String CHARGING = "PAY-2";
    private static final String REFUNDS = "PAY-3";
    private static final String TRANSFERS = "PAY-4";
    private static final String SECOND_FACTOR = "PAY-5";
    private static final String POLICY = """
            {"format": 1, "key": "payments", "name": "Payments are approved", "issueType": "decision",
             "gates": [{"key": "decided", "name": "Decided", "phase": "DECIDED", "enforcement": "enforce",
               "rules": [{"rule": "approvals-current"}]}],
             "approvals": {"requirements": [
               {"key": "finance", "name": "Finance", "people": ["stakeholder"], "commentRequired": true,
                "sections": ["question", "options", "fallback", "due-date"]},
               {"key": "legal", "name": "Legal", "people": ["auditor"], "sections": ["scope", "question", "fallback"]},
               {"key": "board", "name": "Board", "stage": 2, "people": ["lead"], "sections": ["question", "due-date"]}]}}""";

    private final SandboxJira jira;
    private final PlayedClock clock;
    private final SampleRequests requests;

    PaymentsStory(SandboxJira jira, PlayedClock clock, SampleRequests requests) {
        this.jira = jira;
        this.clock = clock;
        this.requests = requests;
    }

    /**
     * What happened from Wednesday to Friday.
     *
     * @param monday of the week
     */
    void playWeekOf(LocalDate monday) {
        goTo(monday.plusDays(2), 9);
        createProject();
        create("Offer payment by instalments above 200 EUR", "Offer it ourselves, or through the bank that settles our cards?",
                "Take the choice off the page of payment; what was agreed stays", 21);
        create("Charge the card when the parcel leaves", "At the order, or when the parcel leaves?", "Charge at the order as today", 14);
        create("Pay refunds out as vouchers first", "Vouchers first, money first, or the customer's choice?",
                "Pay money out as today", 28);
        create("Accept bank transfers from business customers", "Before or after the goods leave?", "Cards only, as today", 28);
        keep(INSTALMENTS, "Through the bank", "It carries the risk and has the licence", "CHOSEN");
        keep(INSTALMENTS, "Ourselves", "We would need a licence of our own", "REJECTED");
        thread("stakeholder", "", "section", "fallback", "objective", "Know what happens to running instalments", "text",
                "If the choice is gone, who collects what is still open?");
        thread("stakeholder", "/1/owner-action", "step", "1", "text", "Finance cannot approve it before this is clear");

        goTo(monday.plusDays(3), 15);
        edit(INSTALMENTS, field("Fallback plan"),
                "Take the choice off the page of payment; the bank goes on to collect what was agreed");
        thread("owner", "/1/resolve", "step", "2", "text", "The bank collects running instalments; the fallback says so now");
        approve("owner", INSTALMENTS, "REQUESTED", "");
        approve("owner", CHARGING, "REQUESTED", "");
        approve("stakeholder", INSTALMENTS, "APPROVED", "The bank carries the risk, so Finance agrees");
        approve("auditor", INSTALMENTS, "APPROVED", "");
        approve("stakeholder", CHARGING, "APPROVED", "Fits the cash plan if it starts on that day");
        approve("auditor", CHARGING, "APPROVED", "");

        goTo(monday.plusDays(4), 9);
        approve("lead", INSTALMENTS, "APPROVED", "");
        approve("lead", CHARGING, "APPROVED", "");
        approve("owner", REFUNDS, "REQUESTED", "");
        approve("auditor", REFUNDS, "NEEDS_DISCUSSION", "Customers have a right to money. Please check this with the terms of sale.");
        delegate("stakeholder", "reader", LocalDate.now(clock.present()).plusDays(14));
        approve("owner", TRANSFERS, "REQUESTED", "");
        approve("reader", TRANSFERS, "APPROVED", "Checked against the list of business customers", "stakeholder");
        approve("auditor", TRANSFERS, "APPROVED", "");
    }

    /** What happens in the week of now: a day is moved that was approved, and one more approval is asked for. */
    void live() {
        edit(CHARGING, "duedate", LocalDate.now(clock).plusDays(20).toString());
        create("Ask for a second factor above 500 EUR", "For everybody, or for first orders only?", "Ask for it at first orders only", 28);
        approve("owner", SECOND_FACTOR, "REQUESTED", "");
        // the first time there was no issue yet: the app then counts the history of those that have come
        enable();
    }

    private void createProject() {
        ProjectRow project = new ProjectTemplate(jira).create(PROJECT, "Payments", "Decisions on money, which are approved.", "lead");
        EnumSet.allOf(Permission.class).forEach(permission -> jira.permissions().grant(project.id(), permission, "storefront-leads"));
        EnumSet.complementOf(EnumSet.of(Permission.ADMINISTER_PROJECTS, Permission.DELETE_ISSUES))
                .forEach(permission -> jira.permissions().grant(project.id(), permission, "storefront-team"));
        TAKE_PART.forEach(permission -> {
            jira.permissions().grant(project.id(), permission, "storefront-stakeholders");
            jira.permissions().grant(project.id(), permission, "storefront-readers");
        });
        enable();
        requests.send("admin", "PUT", REST + "policies/payments?project=" + PROJECT + "&basedOn=0&why=Nobody+decides+on+money+alone",
                POLICY);
    }

    private void enable() {
        requests.send("admin", "POST", REST + "projects/" + PROJECT + "/enable", "{}");
    }

    private void create(String summary, String question, String fallback, int days) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode fields = body.putObject("fields");
        fields.putObject("project").put("key", PROJECT);
        fields.putObject("issuetype").put("name", "Decision");
        fields.put("summary", summary).put("duedate", LocalDate.now(clock).plusDays(days).toString())
                .put(field("Question and options"), question);
        fields.putObject(field("Owner")).put("name", "owner");
        requests.send("owner", "POST", "/rest/api/2/issue", body.toString()).map(created -> created.path("key").asText())
                .ifPresent(key -> {
                    edit(key, field("Fallback plan"), fallback);
                    edit(key, field("Acceptance criteria"),
                            "No payment is lost or taken twice\nSupport can answer every question about it");
                    requests.send("owner", "POST", "/rest/api/2/issue/" + key + "/transitions",
                            "{\"transition\":{\"id\":\"" + SEND_FOR_REVIEW + "\"}}");
                });
    }

    private void edit(String key, String field, String value) {
        requests.send("owner", "PUT", "/rest/api/2/issue/" + key,
                JSON.createObjectNode().set("fields", JSON.createObjectNode().put(field, value)).toString());
    }

    private void keep(String key, String text, String reason, String state) {
        requests.send("owner", "POST", REST + "issue/" + key + "/records/option",
                JSON.valueToTree(Map.of("text", text, "reason", reason, "state", state)).toString());
    }

    /** @param members names and texts of members of the body by turns; a step is a number */
    private void thread(String user, String path, String... members) {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i].equals("step")) {
                body.put(members[i], Integer.parseInt(members[i + 1]));
            } else {
                body.put(members[i], members[i + 1]);
            }
        }
        requests.send(user, "POST", REST + "issue/" + INSTALMENTS + "/threads" + path, body.toString());
    }

    private void approve(String user, String key, String kind, String comment) {
        approve(user, key, kind, comment, "");
    }

    /** Says it about the issue as it is. */
    private void approve(String user, String key, String kind, String comment, String onBehalfOf) {
        String path = REST + "issue/" + key + "/approvals";
        Optional<JsonNode> shown = requests.send(user, "GET", path, null);
        shown.ifPresent(issue -> requests.send(user, "POST", path, JSON.valueToTree(Map.of("kind", kind, "shown",
                issue.path("shown").asText(), "comment", comment, "onBehalfOf", onBehalfOf)).toString()));
    }

    private void delegate(String approver, String delegate, LocalDate last) {
        requests.send(approver, "POST", REST + "approvals/delegations", JSON.valueToTree(Map.of("delegate", delegate, "first",
                LocalDate.now(clock).toString(), "last", last.toString(), "projects", PROJECT)).toString());
    }

    private String field(String name) {
        return jira.fields().customNamed(name).get(0).id();
    }

    private void goTo(LocalDate day, int hour) {
        clock.goTo(day.atTime(LocalTime.of(hour, 0)).atZone(clock.getZone()).toInstant());
    }
}
