package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.ScreenRow;
import org.decisiongates.sandbox.jira.model.WorkflowXml;
import org.decisiongates.sandbox.jira.web.Browser;

/** An earlier installation is brought up to date in one go, once, and back; what administrators changed is not touched. */
@RunWith(Parameterized.class)
public class UpgradeWiredTest {

    private static final String WORKFLOW = "Decision workflow";
    private static final String PAGE = "/plugins/servlet/decision-gates/admin";
    private static final String HEALTH = "/rest/decision-gates/1.0/health";
    private static final String UPGRADE = "/rest/decision-gates/1.0/upgrade";
    private static final String ADD = "#decision-gates-upgrade-add";
    private static final String TAKE_BACK = "#decision-gates-upgrade-take-back";
    private static final int REJECT = 91;
    private static final int SUPERSEDE = 92;

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public UpgradeWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void bringsAnEarlierInstallationUpToDateOnceAndBackAgain() throws Exception {
        AppPolicies policies = AppPolicies.of(wired.box);
        String shipped = xml();
        String earlier = earlier(shipped);
        publish(earlier);
        policies.append(2, policy());
        IssueRow decision = wired.decision("Rejected without a word");
        assertEquals(Set.of("upgrade.policy-gate", "upgrade.workflow"), findings());

        Browser admin = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        admin.open(PAGE);
        List<String> lines = admin.page.select("#decision-gates-upgrade-additions li").eachText();
        assertEquals("two gates of the policy; screen and gate of Reject; screen, gate and function of Supersede: " + lines, 7,
                lines.size());
        assertEquals("a form of nobody", 403, admin.post(PAGE, "upgrade=Add"));
        assertEquals("looking changes nothing", earlier, xml());

        admin.submit(ADD);
        assertEquals(admin.page.text(), 0, admin.page.select("#decision-gates-upgrade-additions, .decision-gates-error").size());
        assertEquals(lines.size() - 1, admin.page.select("#decision-gates-upgrade-undo li").size());
        assertEquals(asked(shipped), asked(xml()));
        assertEquals(List.of(3), policies.versions("decision"));
        assertEquals(Set.of(), findings());
        Outcome refused = reject(decision, "");
        assertEquals(Set.of(wired.field("Reason")), refused.errors().keySet());

        admin.open(PAGE);
        admin.submit(TAKE_BACK);
        assertEquals(asked(earlier), asked(xml()));
        assertEquals(List.of(4), policies.versions("decision"));
        List<String> audited = wired.jira.auditRecords().all().stream().filter(entry -> entry.changed().toString().contains("(decision)"))
                .map(entry -> entry.author() + " " + entry.affected() + " " + entry.action() + " " + entry.changed()).toList();
        assertEquals(List.of("admin [Decision Gates] Gates of this version added to a policy of Decision Gates [Policy and version: "
                + "Decision (decision) 2 > Decision (decision) 3: Added by the upgrade of Decision Gates: Rejected, Superseded.]",
                "admin [Decision Gates] Gates of this version taken out of a policy of Decision Gates [Policy and version: Decision "
                        + "(decision) 3 > Decision (decision) 4: What the upgrade of Decision Gates added is taken back.]"),
                audited);
        assertEquals(0, admin.page.select("#decision-gates-upgrade-undo").size());
        assertTrue(reject(decision, "").done());

        admin.submit(ADD);
        assertEquals("as often as one likes", asked(shipped), asked(xml()));
        assertEquals(List.of(5), policies.versions("decision"));
        assertEquals(Set.of(), findings());
    }

    @Test
    public void putsFieldsOnScreensForProgramsAndTakesThemAwayAgain() throws Exception {
        ScreenRow screen = wired.jira.screens().all().stream().filter(one -> one.name().endsWith("Decision: reject")).findFirst()
                .orElseThrow();
        String reason = wired.field("Reason");
        wired.jira.screens().setFields(screen.tabs().get(0).id(),
                screen.fieldIds().stream().filter(field -> !field.equals(reason)).toList());
        String line = "Screen " + screen.name() + ": the field Reason";
        assertTrue(texts(wired.get("admin", UPGRADE), "additions").contains(line));
        assertEquals("for administrators of Jira", 403, wired.post("lead", UPGRADE, "{}").status());

        Reply added = wired.post("admin", UPGRADE, "{}");
        WiredJira.assertStatus("added", 200, added);
        assertTrue(texts(added, "done").contains(line));
        assertTrue(texts(added, "undo").contains(line));
        assertTrue(isOn(screen, reason));

        Reply takenBack = wired.post("admin", UPGRADE + "/undo", "{}");
        WiredJira.assertStatus("taken back", 200, takenBack);
        assertTrue(texts(takenBack, "done").contains(line));
        assertFalse("other tests have additions of theirs", texts(takenBack, "undo").contains(line));
        assertFalse(isOn(screen, reason));
        // what other tests find as they left it
        wired.jira.screens().addField(screen.tabs().get(0).id(), reason);
        WiredJira.assertStatus("added again", 200, wired.post("admin", UPGRADE, "{}"));
    }

    private static boolean isOn(ScreenRow screen, String field) {
        return wired.jira.screens().byId(screen.id()).orElseThrow().contains(field);
    }

    private static List<String> texts(Reply reply, String list) throws Exception {
        List<String> texts = new ArrayList<>();
        reply.json().path(list).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    @SuppressWarnings("unchecked")
    public void leavesAloneWhatAdministratorsHaveChangedOrAreChanging() throws Exception {
        String shipped = xml();
        WorkflowDescriptor theirs = WorkflowXml.read(earlier(shipped));
        FunctionDescriptor mail = new FunctionDescriptor();
        mail.setType("class");
        mail.getArgs().put("class.name", "com.example.Mail");
        copies(theirs).filter(action -> action.getId() == REJECT).forEach(action -> {
            action.setName("Turn down");
            functions(action).add(mail);
        });
        String changed = WorkflowXml.write(theirs);
        publish(changed);
        Browser admin = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        admin.open(PAGE);
        assertTrue(admin.page.text(), admin.text(".decision-gates-upgrade-obstacle").contains(WORKFLOW));
        assertEquals(0, admin.page.select(ADD).size());
        assertTrue("each step instead", findings().contains("upgrade.gate"));
        assertEquals(changed, xml());

        publish(earlier(shipped));
        wired.jira.workflows().createDraft("admin", WORKFLOW);
        admin.open(PAGE);
        assertTrue(admin.page.text(), admin.text(".decision-gates-upgrade-obstacle").contains("draft"));
        assertEquals("what somebody is at is not published", 0, admin.page.select(ADD).size());
        wired.jira.workflows().discardDraft(WORKFLOW);
        publish(shipped);
        admin.open(PAGE);
        assertEquals(0, admin.page.select(".decision-gates-upgrade-obstacle").size());
        assertFalse(findings().contains("upgrade.workflow"));
    }

    private static Outcome reject(IssueRow issue, String reason) {
        IssueInput input = new IssueInput().offScreen(IssueInput.OffScreen.IGNORED)
                .set("resolution", wired.jira.resolutions().byName("Done").orElseThrow().id());
        return wired.jira.issues().transition("lead", issue.id(), REJECT,
                reason.isEmpty() ? input : input.set(wired.field("Reason"), reason));
    }

    /** As before a reason was asked for: both showed the screen of resolutions alone. */
    @SuppressWarnings("unchecked")
    private static String earlier(String shipped) {
        WorkflowDescriptor workflow = WorkflowXml.read(shipped);
        String close = wired.jira.screens().all().stream().filter(one -> one.name().endsWith("Decisions and blockers: close")).findFirst()
                .orElseThrow().id() + "";
        for (int transition : List.of(REJECT, SUPERSEDE)) {
            copies(workflow).filter(action -> action.getId() == transition).forEach(action -> {
                action.getValidators().clear();
                action.getMetaAttributes().put(WorkflowXml.SCREEN, close);
                functions(action).removeIf(function -> ((FunctionDescriptor) function).getArgs().get("class.name").toString()
                        .startsWith("org.decisiongates"));
            });
        }
        return WorkflowXml.write(workflow);
    }

    /** The transitions, each as often as it is held: what several steps share is also held by each of them. */
    private static Stream<ActionDescriptor> copies(WorkflowDescriptor workflow) {
        return Stream.of(WorkflowXml.initialActions(workflow), WorkflowXml.globalActions(workflow),
                List.copyOf(WorkflowXml.commonActions(workflow).values()),
                WorkflowXml.steps(workflow).stream().flatMap(step -> WorkflowXml.actionsOf(step).stream()).toList()).flatMap(List::stream);
    }

    /** What transitions show, ask and do, a line each. */
    @SuppressWarnings("unchecked")
    private static Set<String> asked(String xml) {
        Set<String> lines = new TreeSet<>();
        copies(WorkflowXml.read(xml)).forEach(action -> {
            String shown = action.getId() + " " + action.getName() + " " + WorkflowXml.screenId(action).map(String::valueOf).orElse("-");
            List<String> gates = new ArrayList<>();
            List<?> validators = action.getValidators();
            validators.forEach(validator -> {
                Map<Object, Object> arguments = new TreeMap<>(((ValidatorDescriptor) validator).getArgs());
                arguments.remove("gate.added-by");
                gates.add(arguments.toString());
            });
            List<String> done = functions(action).stream()
                    .map(function -> ((FunctionDescriptor) function).getArgs().get("class.name").toString()).toList();
            lines.add(shown + " " + gates + " " + done);
        });
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> functions(ActionDescriptor action) {
        return action.getUnconditionalResult().getPostFunctions();
    }

    private static String xml() {
        return wired.jira.workflows().byName(WORKFLOW, false).orElseThrow().xml();
    }

    private static void publish(String xml) {
        wired.jira.workflows().createDraft("admin", WORKFLOW);
        wired.jira.workflows().save("admin", WORKFLOW, true, xml);
        wired.jira.workflows().publishDraft("admin", WORKFLOW);
    }

    private static String policy() {
        return "{\"format\":1,\"key\":\"decision\",\"name\":\"Decision\",\"issueType\":\"decision\",\"gates\":["
                + Stream.of("in-review", "decided", "in-delivery", "live").map(gate -> "{\"key\":\"" + gate + "\",\"name\":\"" + gate
                        + "\",\"enforcement\":\"evaluate\",\"rules\":[{\"rule\":\"has-owner\"}]}").reduce((one, other) -> one + "," + other)
                        .orElseThrow()
                + "]}";
    }

    private static Set<String> findings() throws Exception {
        Set<String> keys = new TreeSet<>();
        for (JsonNode found : wired.get("admin", HEALTH).json().findValues("findings")) {
            found.forEach(finding -> keys.add(finding.path("key").asText()));
        }
        keys.removeIf(key -> !key.startsWith("upgrade."));
        return keys;
    }
}
