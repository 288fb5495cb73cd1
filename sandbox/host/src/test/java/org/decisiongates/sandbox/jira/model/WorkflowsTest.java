package org.decisiongates.sandbox.jira.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.opensymphony.workflow.InvalidInputException;
import com.opensymphony.workflow.Validator;
import com.opensymphony.workflow.WorkflowContext;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import org.junit.Test;

/** Drafts, rules and what real OSWorkflow makes of them. */
public class WorkflowsTest {

    private static final String MODULE = "app:gate";

    private final Fixture box = Fixture.onH2();
    private final Workflows workflows = box.jira.workflows();
    private final OneApp app = new OneApp();

    @Test
    public void editsADraftAndPublishesIt() {
        String own = ownActiveWorkflow();
        box.jira.connect(app);
        assertThrows(Refused.class, () -> workflows.addValidator("admin", own, false, 4, MODULE, form("x")));
        workflows.createDraft("admin", own);
        workflows.addValidator("admin", own, true, 4, MODULE, form("<b>\"&' ]]> é"));
        WorkflowView draft = workflows.view(own, true).orElseThrow();
        RuleView rule = draft.transition(4).orElseThrow().validators().get(0);
        assertEquals(MODULE, rule.moduleKey());
        assertEquals("the XML keeps what was typed", "<b>\"&' ]]> é", rule.arguments().get("text"));
        assertTrue("the live workflow is untouched until then",
                workflows.view(own, false).orElseThrow().transition(4).orElseThrow().validators().isEmpty());
        IssueRow issue = box.issue("One");
        assertTrue(box.jira.issues().transition("lead", issue.id(), 4, new IssueInput()).done());
        workflows.publishDraft("admin", own);
        assertTrue(workflows.byName(own, true).isEmpty());
        IssueRow other = box.issue("Two");
        Outcome outcome = box.jira.issues().transition("lead", other.id(), 4, new IssueInput());
        assertEquals(Map.of("summary", "field"), outcome.errors());
        assertEquals(List.of("general"), outcome.messages());
        assertEquals(400, outcome.reason());
        assertEquals("lead", app.caller);
    }

    @Test
    public void changesAndRemovesARule() {
        workflows.create("admin", "idle", "", Defaults.resource("/workflow/jira.xml"));
        box.jira.connect(app);
        workflows.addValidator("admin", "idle", false, 4, MODULE, form("first"));
        workflows.addValidator("admin", "idle", false, 4, MODULE, form("second"));
        workflows.editValidator("admin", "idle", false, 4, 0, form("changed"));
        assertEquals(List.of("changed", "second"), texts("idle"));
        assertThrows(Refused.class, () -> workflows.editValidator("admin", "idle", false, 4, 7, form("x")));
        assertThrows("the app's own words", Refused.class, () -> workflows.addValidator("admin", "idle", false, 4, MODULE, form("bad")));
        workflows.deleteValidator("admin", "idle", false, 4, 0);
        assertEquals(List.of("second"), texts("idle"));
        workflows.deleteValidator("admin", "idle", false, 4, 0);
        assertEquals(List.of(), texts("idle"));
    }

    @Test
    public void theFirstValidatorThatThrowsIsTheLastAsked() {
        String own = ownActiveWorkflow();
        box.jira.connect(app);
        workflows.createDraft("admin", own);
        workflows.addValidator("admin", own, true, 4, MODULE, form("one"));
        workflows.addValidator("admin", own, true, 4, MODULE, form("two"));
        workflows.publishDraft("admin", own);
        box.jira.issues().transition("lead", box.issue("One").id(), 4, new IssueInput());
        assertEquals(1, app.asked);
    }

    @Test
    public void refusesNonsenseWithAReason() {
        workflows.create("admin", "idle", "", Defaults.resource("/workflow/jira.xml"));
        String good = workflows.byName("idle", false).orElseThrow().xml();
        Map<String, String> nonsense = new LinkedHashMap<>();
        nonsense.put("", "empty");
        nonsense.put("hello", "document type");
        nonsense.put(good.replace("</workflow>", ""), "cannot be read");
        nonsense.put(good.replace("<steps>", "<stairs>").replace("</steps>", "</stairs>"), "cannot be read");
        nonsense.put(good.replace("step=\"2\"", "step=\"99\""), "leads to a step that does not exist");
        nonsense.put(good.replaceFirst("<meta name=\"jira.status.id\">1</meta>", "<meta name=\"jira.status.id\">777</meta>"),
                "linked to no status");
        nonsense.put(good.replaceFirst("<meta name=\"jira.status.id\">1</meta>", ""), "linked to no status");
        nonsense.put(good.replace("jira.fieldscreen.id\">3", "jira.fieldscreen.id\">333"), "screen 333, which does not exist");
        nonsense.put(good.replace("workflow_2_8.dtd\"", "other.dtd\""), "document type");
        nonsense.put(good.replaceFirst("dtd\">", "dtd\" [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"), "declare nothing else");
        nonsense.forEach((xml, reason) -> {
            Refused refused = assertThrows(reason, Refused.class, () -> workflows.save("admin", "idle", false, xml));
            assertTrue(refused.getMessage(), refused.getMessage().contains(reason));
        });
        assertEquals(good, workflows.byName("idle", false).orElseThrow().xml());
    }

    @Test
    public void doesNotPublishADraftThatStrandsIssues() {
        String own = ownActiveWorkflow();
        workflows.createDraft("admin", own);
        String xml = workflows.byName(own, true).orElseThrow().xml();
        workflows.save("admin", own, true, xml.replace("<meta name=\"jira.status.id\">3</meta>", "<meta name=\"jira.status.id\">6</meta>"));
        assertTrue(workflows.problemsOfPublishing(own).toString(), workflows.problemsOfPublishing(own).get(0).contains("another status"));
        assertThrows(Refused.class, () -> workflows.publishDraft("admin", own));
        assertTrue(workflows.discardDraft(own));
        assertFalse(workflows.discardDraft(own));
    }

    @Test
    public void knowsWhatIsActiveAndWhatBelongsToJira() {
        assertTrue(workflows.isActive("jira"));
        assertThrows(Refused.class, () -> workflows.createDraft("admin", "jira"));
        assertThrows(Refused.class, () -> workflows.save("admin", "jira", false, Defaults.resource("/workflow/jira.xml")));
        workflows.create("admin", "idle", "", Defaults.resource("/workflow/jira.xml"));
        assertFalse(workflows.isActive("idle"));
        assertThrows(Refused.class, () -> workflows.createDraft("admin", "idle"));
        assertThrows(Refused.class, () -> workflows.create("admin", "idle", "", Defaults.resource("/workflow/jira.xml")));
        workflows.delete("idle");
        assertTrue(workflows.byName("idle", false).isEmpty());
    }

    @Test
    public void writesWhatItReads() {
        String once = WorkflowXml.write(WorkflowXml.read(Defaults.resource("/workflow/jira.xml")));
        assertEquals(once, WorkflowXml.write(WorkflowXml.read(once)));
    }

    @Test
    public void givesEachReaderOfATextACopyOfItsOwn() {
        String xml = Defaults.resource("/workflow/jira.xml") + "<!-- no other test has read this -->";
        String written = WorkflowXml.write(WorkflowXml.read(xml));
        for (int reading = 2; reading < 5; reading++) {
            WorkflowDescriptor copy = WorkflowXml.read(xml);
            assertEquals("reading " + reading, written, WorkflowXml.write(copy));
            WorkflowXml.actions(copy).forEach(action -> action.setName("changed"));
            WorkflowXml.steps(copy).clear();
        }
    }

    private List<String> texts(String name) {
        return workflows.view(name, false).orElseThrow().transition(4).orElseThrow().validators().stream()
                .map(rule -> rule.arguments().get("text")).toList();
    }

    private String ownActiveWorkflow() {
        workflows.create("admin", "own", "", Defaults.resource("/workflow/jira.xml"));
        box.jira.projects().useWorkflowScheme(box.project.id(), workflows.createScheme("own", "", "own", Map.of()).id());
        return "own";
    }

    private static Map<String, String[]> form(String text) {
        return Map.of("text", new String[] {text});
    }

    /** An app with one validator, which always refuses. */
    private static final class OneApp implements Apps {

        private int asked;
        private String caller;

        @Override
        public Object workflowPart(String moduleKey, String className) {
            return (Validator) (vars, args, properties) -> {
                asked++;
                caller = ((WorkflowContext) vars.get("context")).getCaller();
                InvalidInputException refusal = new InvalidInputException();
                refusal.addError("summary", "field");
                refusal.addError("general");
                throw refusal;
            };
        }

        @Override
        public Object issue(IssueDraft draft) {
            return draft;
        }

        @Override
        public void happened(Happening happening) {
            // nobody listens
        }

        @Override
        public List<RuleModule> ruleModules(String element) {
            return element.equals("workflow-validator") ? List.of(new RuleModule(MODULE, "Gate", "")) : List.of();
        }

        @Override
        public String ruleClass(String moduleKey) {
            return "app.Gate";
        }

        @Override
        public String ruleHtml(String moduleKey, String resource, AbstractDescriptor rule) {
            return resource;
        }

        @Override
        public Map<String, String> ruleArguments(String moduleKey, Map<String, String[]> form) {
            if (form.get("text")[0].equals("bad")) {
                throw new Refused("bad is bad");
            }
            return Map.of("text", form.get("text")[0]);
        }

        @Override
        public Optional<List<String>> jqlFunction(String userKey, String field, String operator, String name, List<String> arguments) {
            return Optional.empty();
        }
    }
}
