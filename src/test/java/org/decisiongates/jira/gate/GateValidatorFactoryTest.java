package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import com.opensymphony.workflow.util.ScriptVariableParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;
import org.decisiongates.policy.rules.Rules;

public class GateValidatorFactoryTest {

    private static final Map<String, String> TYPICAL = Map.of("gate.rules", "has-owner,has-due-date,has-acceptance-criteria",
            "has-due-date.horizon-days", "14", "has-owner.message", "Name an owner first.");

    private static final Map<String, String> REFERENCE = Map.of("gate.policy", "decision", "gate.key", "in-review");

    private final TransitionFixture jira = new TransitionFixture();
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final GateValidatorFactory factory = new GateValidatorFactory(jira.form(), jira.sentences(), jira.policyGates(),
            jira.screens(), new TransitionOrigins(types));

    @Test
    public void saysWhatAGateAsksForInSentences() {
        render("view", TYPICAL).matches("typical");
        render("view", Map.of()).matches("empty");
        render("view", hostile()).matches("hostile");
        render("view",
                Map.of("gate.rules", "has-owner,has-luck,has-due-date", "has-owner.field", "customfield_99999", "has-due-date.horizon-days",
                        "soon"))
                .matches("faulty");
    }

    @Test
    public void saysWhichFieldsAreNotOnTheScreenOfTheTransition() {
        jira.onScreen(TransitionFixture.OWNER_FIELD);
        when(jira.screen.getName()).thenReturn("Decide screen");
        ValidatorDescriptor descriptor = mock(ValidatorDescriptor.class);
        when(descriptor.getArgs()).thenReturn(Map.of("gate.rules", "has-owner,has-fallback"));
        when(descriptor.getParent()).thenReturn(jira.action);

        String view = GoldenHtml.of("jira/gate/view.vm").with("view", factory.getVelocityParams("view", descriptor).get("view")).render();

        assertTrue(view, view.contains("Not on the screen \u201CDecide screen\u201D of this transition: Fallback plan."));
        assertFalse(view, view.contains("Owner."));

        Document form = Jsoup.parse("<table>" + GoldenHtml.of("jira/gate/form.vm")
                .with("view", factory.getVelocityParams("edit-parameters", descriptor).get("view")).render());
        assertEquals("Not on the screen \u201CDecide screen\u201D of this transition, so nobody can fill it in there: "
                + "Fallback plan: put it on the screen\u2026", form.select(".decision-gate-off-screen").text());
        assertEquals("/jira/plugins/servlet/decision-gates/screen-field?screen=7&field=fallback",
                form.select(".decision-gate-off-screen a").attr("href"));
        when(descriptor.getParent()).thenReturn(null);
        assertFalse("of a transition that is not known", GoldenHtml.of("jira/gate/form.vm")
                .with("view", factory.getVelocityParams("edit-parameters", descriptor).get("view")).render().contains("off-screen"));
    }

    /** A rule about reopening stands in a gate that is entered for the first time as well: its field is not missed there. */
    @Test
    public void missesNoFieldWhereTheRuleAsksNothing() {
        jira.onScreen(TransitionFixture.OWNER_FIELD);
        Map<String, String> gate = Map.of("gate.rules", "has-reopening-reason", "has-reopening-reason.field", "description");
        when(types.statusOf(any(), any())).thenReturn(Optional.empty());
        for (OwnStatus status : OwnStatus.all()) {
            when(types.statusOf(status.type(), status.key())).thenReturn(Optional.of(status));
        }
        assertFalse("from Draft", isOffScreen(gate, transition(false, "draft")));
        assertTrue("from Decided", isOffScreen(gate, transition(false, "decided")));
        assertTrue("from both", isOffScreen(gate, transition(false, "draft", "closed")));
        assertTrue("from a status that is not the app's", isOffScreen(gate, transition(false, "draft", "10007")));
        assertTrue("from any", isOffScreen(gate, transition(true, "draft")));
        assertTrue("a rule that asks always", isOffScreen(Map.of("gate.rules", "has-fallback"), transition(false, "draft")));
    }

    private boolean isOffScreen(Map<String, String> gate, ActionDescriptor transition) {
        ValidatorDescriptor descriptor = mock(ValidatorDescriptor.class);
        when(descriptor.getArgs()).thenReturn(gate);
        when(descriptor.getParent()).thenReturn(transition);
        boolean offered = GoldenHtml.of("jira/gate/form.vm").with("view", factory.getVelocityParams("edit-parameters", descriptor)
                .get("view")).render().contains("off-screen");
        assertEquals("the view says the same", offered, GoldenHtml.of("jira/gate/view.vm")
                .with("view", factory.getVelocityParams("view", descriptor).get("view")).render().contains("Not on the screen"));
        return offered;
    }

    /** A transition with the screen of the fixture, from steps with these statuses. */
    private static ActionDescriptor transition(boolean isGlobal, String... statuses) {
        WorkflowDescriptor workflow = mock(WorkflowDescriptor.class);
        ActionDescriptor action = mock(ActionDescriptor.class);
        when(action.getId()).thenReturn(11);
        when(action.getView()).thenReturn("fieldscreen");
        when(action.getMetaAttributes()).thenReturn(Map.of("jira.fieldscreen.id", "7"));
        when(action.getParent()).thenReturn(workflow);
        when(workflow.getGlobalActions()).thenReturn(isGlobal ? List.of(action) : List.of());
        List<StepDescriptor> steps = Stream.of(statuses).map(status -> {
            StepDescriptor step = mock(StepDescriptor.class);
            when(step.getMetaAttributes()).thenReturn(Map.of("jira.status.id", status));
            when(step.getActions()).thenReturn(isGlobal ? List.of() : List.of(action));
            return step;
        }).toList();
        when(workflow.getSteps()).thenReturn(steps);
        return action;
    }

    @Test
    public void offersAFormForEveryRule() {
        render("edit-parameters", TYPICAL).matches("typical");
        GoldenHtml.of("jira/gate/form.vm").with("view", factory.getVelocityParams("input-parameters", null).get("view")).matches("empty");
        jira.custom("customfield_10500", GoldenHtml.HOSTILE, "textarea");
        render("edit-parameters", hostile()).matches("hostile");
        render("edit-parameters", Map.of("gate.rules", "has-owner,has-luck", "has-luck.dice", "2", "has-owner.field", "customfield_99999"))
                .matches("faulty");
    }

    @Test
    public void saysWhichGateOfWhichPolicyATransitionAsksAndWhatThatAsksNow() {
        jira.inForce = new PoliciesInForce(List.of(policy("Decision & co", "Send for <b>review</b>")), List.of());
        render("view", REFERENCE).matches("policy");
        render("view", Map.of("gate.policy", "decision", "gate.key", "decide")).matches("policy-without-gate");
        render("edit-parameters", REFERENCE).matches("policy");
        Document gone = Jsoup.parse("<table>" + render("edit-parameters", Map.of("gate.policy", "gone", "gate.key", "decide")).render());
        assertEquals("gone/decide", gone.select("select[name=gate.policy] option[selected]").val());
        assertTrue(gone.select(".decision-gate-policy .error").text(),
                gone.select(".decision-gate-policy .error").text().contains("does not exist or is retired"));
        Document both = Jsoup.parse("<table>" + render("edit-parameters",
                Map.of("gate.rules", "has-owner", "gate.policy", "decision", "gate.key", "in-review")).render());
        assertEquals("", both.select("select[name=gate.policy] option[selected]").val());
        assertTrue(both.text(), both.select(".decision-gate-choice .error").text().contains("has rules of its own and also names "
                + "the gate"));
    }

    @Test
    public void storesTheGateOfAPolicyThatTheFormShows() {
        jira.inForce = new PoliciesInForce(List.of(policy("Decision", "Review")), List.of());
        for (Map<String, String> stored : List.of(REFERENCE, Map.of("gate.policy", "gone", "gate.key", "decide"))) {
            Map<String, Object> submitted = submit(render("edit-parameters", stored).render());
            assertEquals(stored, factory.getDescriptorParams(submitted));
            submitted.put("gate.policy", new String[] {""});
            submitted.put("gate.rules", new String[] {"has-owner"});
            assertEquals("rules in place of it", Map.of("gate.rules", "has-owner", "has-owner.field", "owner"),
                    factory.getDescriptorParams(submitted));
        }
    }

    @Test
    public void offersTheGatesOfPoliciesForTheIssuesOfTheWorkflow() {
        Policy decisions = policy("Decision", "Review");
        Policy tasks = new Policy(new PolicyVersion("task", 1), "Task", "10002", false, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(),
                decisions.gates(),
                List.of());
        jira.inForce = new PoliciesInForce(List.of(decisions, tasks), List.of());
        assertEquals("all, while the issues of the workflow are not known",
                List.of("The rules below", "Decision: Review (issue type Decision)", "Task: Review (issue type 10002)"),
                offered(Map.of()));
        when(jira.typesOfWorkflow.ofEditedWorkflow()).thenReturn(Set.of("decision", "10001"));
        assertEquals(List.of("The rules below", "Decision: Review (issue type Decision)"), offered(Map.of()));
        assertEquals("what is stored stays", 3, offered(Map.of("gate.policy", "task", "gate.key", "in-review")).size());
    }

    @Test
    public void offersOnlyFieldsThatIssuesOfTheWorkflowHave() {
        IssueType task = mock(IssueType.class);
        when(task.getId()).thenReturn("10002");
        when(task.getNameTranslation()).thenReturn("Task");
        IssueType decision = mock(IssueType.class);
        when(decision.getId()).thenReturn("10001");
        CustomField everywhere = jira.custom("customfield_10199", "Sponsor", "userpicker");
        when(everywhere.isAllIssueTypes()).thenReturn(true);
        CustomField owner = jira.custom(TransitionFixture.OWNER_FIELD, "Owner", "userpicker");
        when(owner.getAssociatedIssueTypes()).thenReturn(List.of(decision));
        Map<String, String> stored = Map.of("gate.rules", "has-owner", "has-owner.field", "assignee");
        List<String> all = fieldsOffered(stored);
        assertTrue(all.toString(), all.containsAll(List.of("Owner", "Sponsor")));
        when(jira.typesOfWorkflow.inEditedWorkflow()).thenReturn(List.of(decision));
        assertEquals("its issues have it", all, fieldsOffered(stored));
        when(jira.typesOfWorkflow.inEditedWorkflow()).thenReturn(List.of(decision, task));
        assertEquals(all.stream().filter(name -> !name.equals("Owner")).toList(), fieldsOffered(stored));

        Map<String, String> narrow = Map.of("gate.rules", "has-owner", "has-owner.field", "owner");
        assertTrue("what is stored stays", fieldsOffered(narrow).contains("Owner"));
        String fault = Jsoup.parse("<table>" + render("edit-parameters", narrow).render())
                .select("[data-list=chosen] .decision-gate-setting .decision-gate-fault").text();
        assertEquals("Issues of these types do not have the field \u201COwner\u201D, so the gate refuses every one of them: Task."
                + " Choose another field, or add these types to a context of the field.", fault);
    }

    private List<String> fieldsOffered(Map<String, String> stored) {
        return Jsoup.parse("<table>" + render("edit-parameters", stored).render()).select("select[name=has-owner.field] "
                + "option").eachText();
    }

    private List<String> offered(Map<String, String> stored) {
        return Jsoup.parse("<table>" + render("edit-parameters", stored).render()).select("select[name=gate.policy] option").eachText();
    }

    private static Policy policy(String name, String gate) {
        return new Policy(new PolicyVersion("decision", 3), name, "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(),
                List.of(new PolicyGate("in-review", gate, Optional.empty(), Enforcement.ENFORCE,
                        List.of(PolicyRule.of("has-owner"), PolicyRule.of("has-due-date").enforced(Enforcement.ADVISE),
                                PolicyRule.of("has-fallback").when(When.all(RuleCondition.customersNotice()))))),
                List.of());
    }

    @Test
    public void storesWhatTheFormShows() {
        for (Map<String, String> stored : List.of(TYPICAL, Map.of("gate.rules", "has-fallback", "has-fallback.length", "x"),
                Map.of("gate.rules", "has-luck", "has-luck.dice", "2"), Map.of("gate.rules", "has-owner", "has-owner.field", "assignee"))) {
            Gate gate = GateArguments.read(stored);

            Map<String, ?> again = factory.getDescriptorParams(submit(render("edit-parameters", stored).render()));

            assertEquals(gate, GateArguments.read(again));
            assertEquals(gate.settingsHash(), GateArguments.read(again).settingsHash());
        }
    }

    @Test
    public void storesWhatTheFormShowsOfEveryRule() {
        for (RuleDefinition rule : Rules.all()) {
            Map<String, String> others = rule.settings().stream()
                    .collect(Collectors.toMap(Setting::name, GateValidatorFactoryTest::anotherValue));
            List<Map<String, String>> all = Stream
                    .concat(Stream.of(Map.<String, String>of(), others), rule.examples().stream().map(RuleExample::settings)).distinct()
                    .toList();
            for (Map<String, String> settings : all) {
                Gate gate = Gate.of(ConfiguredRule.of(rule, settings, Optional.empty()));

                Map<String, ?> again = factory
                        .getDescriptorParams(submit(render("edit-parameters", GateArguments.write(gate)).render()));

                assertEquals(rule.key(), gate, GateArguments.read(again));
            }
        }
    }

    /** A valid value that is not the initial one. */
    private static String anotherValue(Setting setting) {
        String value = switch (setting.type()) {
            case NUMBER -> Integer.toString(setting.most());
            case TEXT -> "Second & \u201Cthird\u201D";
            case DECIMAL -> "-12.5";
            case DAY -> "2026-12-31";
            case PATTERN -> "^[A-Z]+ <b>$";
            case CHOICE -> setting.choices().get(setting.choices().size() - 1);
            case PHASES -> "LIVE\nOPEN";
            case OPTIONS, ROLES, LINK_TYPES, STATUSES -> "10077\n10078";
            case PEOPLE, GROUPS -> "ann\nbob & co";
            default -> "customfield_10300";
        };
        assertTrue(setting + " accepts " + value, setting.accepts(value));
        return value;
    }

    @Test
    public void storesNothingOfRulesThatWereNotChosen() {
        Map<String, Object> submitted = submit(render("edit-parameters", TYPICAL).render());
        submitted.put("gate.rules", new String[] {"has-owner"});

        assertEquals(Map.of("gate.rules", "has-owner", "has-owner.field", "owner", "has-owner.message", "Name an owner first."),
                factory.getDescriptorParams(submitted));
    }

    @Test
    public void keepsTheOrderOfTheForm() {
        Map<String, String> stored = Map.of("gate.rules", "has-fallback,has-owner");

        assertEquals("has-fallback,has-owner",
                factory.getDescriptorParams(submit(render("edit-parameters", stored).render())).get("gate.rules"));
        assertEquals(List.of("has-due-date", "has-owner"), GateArguments.read(factory.getDescriptorParams(
                Map.of("gate.rules", new String[] {"has-due-date", "has-owner", "has-due-date"}))).rules().stream()
                .map(ConfiguredRule::name).toList());
    }

    @Test
    public void keepsNonsenseSoThatTheGateRefusesAndTheFormSaysWhy() {
        Map<String, Object> submitted = submit(render("edit-parameters", TYPICAL).render());
        submitted.put("has-due-date.horizon-days", new String[] {"soon"});
        Map<String, String> stored = new HashMap<>();
        factory.getDescriptorParams(submitted).forEach((name, value) -> stored.put(name, value.toString()));

        assertTrue(!GateArguments.read(stored).rules().get(1).isSound());
        assertTrue(render("edit-parameters", stored).render().contains("is not a whole number from 0 to 3660"));
    }

    @Test
    public void showsAgainWhatWasTypedWhateverTheWorkflowEngineOrXmlWouldMakeOfIt() {
        for (String typed : List.of("You wrote: $${comment}", "${issue} first", "costs $5, or C:\\new\\u0024", "]]> & <b>",
                "one\ntwo\r\nthree\tfour", "\u2028\uD83D\uDE80\u0085")) {
            Map<String, ?> stored = factory.getDescriptorParams(Map.of("gate.rules", "has-owner", "has-owner.message", "x" + typed + "x"));

            assertEquals("x" + typed + "x", GateArguments.read(stored).rules().get(0).message().orElseThrow());
            assertTrue(stored.get("has-owner.message").toString().indexOf('$') < 0);
        }
    }

    /** Asks the engine's own reader of variables, with values that would be taken for variables again. */
    @Test
    public void storesNothingThatTheWorkflowEngineReadsAsAVariable() {
        Random random = new Random(20261128);
        List<String> pieces = List.of("$", "{", "}", "${", "$${", "}}", "comment", "issue.key", " ", "\\", "u0024", "\\u0024", "\u0000",
                "\uFEFF", "has-owner", ",", ".", "x");
        Map<String, Object> variables = Map.of("comment", "${comment}", "x", "has-fallback", "has-owner", "$", "$", "{", "", "${x}");
        PropertySet none = mock(PropertySet.class, withSettings().stubOnly());
        for (int run = 0; run < 20_000; run++) {
            Map<String, Object> submitted = new HashMap<>();
            submitted.put("gate.rules", new String[] {"has-owner", text(pieces, random)});
            submitted.put("has-owner.message", new String[] {text(pieces, random)});
            submitted.put("has-owner.field", new String[] {text(pieces, random)});
            submitted.put("has-owner." + text(pieces, random), new String[] {text(pieces, random)});
            factory.getDescriptorParams(submitted).forEach((name, value) -> {
                assertEquals(name, ScriptVariableParser.translateVariables(name, variables, none));
                assertEquals(value, ScriptVariableParser.translateVariables(value.toString(), variables, none));
                assertFalse(name + value, GateArguments.holdVariables(Map.of(name, value)));
            });
        }
    }

    @Test
    public void storesOnlyCharactersThatXmlCanHold() {
        for (int character : new int[] {0, 1, 0x0B, 0x0C, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF}) {
            String typed = "Name" + (char) character + "an owner";
            Map<String, ?> stored = factory.getDescriptorParams(
                    Map.of("gate.rules", new String[] {"has-owner", "has" + (char) character + "luck"}, "has-owner.message", typed,
                            "has-owner.field", "ow" + (char) character + "ner", "has-owner.x" + (char) character, "y"));

            Gate gate = GateArguments.read(stored);
            assertEquals("Name" + (character == 0x0B || character == 0x0C ? " " : "") + "an owner",
                    gate.rules().get(0).message().orElseThrow());
            stored.forEach((name, value) -> assertTrue(name + value, (name + value).chars().allMatch(c -> c >= ' ' && c < 0x7F)));
        }
    }

    private static String text(List<String> pieces, Random random) {
        return random.ints(random.nextInt(8), 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
    }

    private GoldenHtml render(String resource, Map<String, String> stored) {
        ValidatorDescriptor descriptor = mock(ValidatorDescriptor.class);
        when(descriptor.getArgs()).thenReturn(stored);
        return GoldenHtml.of(resource.equals("view") ? "jira/gate/view.vm" : "jira/gate/form.vm")
                .with("view", factory.getVelocityParams(resource, descriptor).get("view"));
    }

    /** What a browser sends when the form is submitted as it stands. */
    private static Map<String, Object> submit(String html) {
        Document page = Jsoup.parse("<form><table>" + html + "</table></form>");
        Map<String, List<String>> values = new HashMap<>();
        for (Element input : page.select("input[name]")) {
            if (!input.attr("type").equals("checkbox") || input.hasAttr("checked")) {
                values.computeIfAbsent(input.attr("name"), name -> new ArrayList<>()).add(input.attr("value"));
            }
        }
        page.select("textarea[name]").forEach(area -> values.put(area.attr("name"), List.of(area.wholeText())));
        for (Element select : page.select("select[name]")) {
            List<String> selected = select.select("option[selected]").eachAttr("value");
            // a browser submits nothing of a list without a choice, and the first choice of any other select
            if (!selected.isEmpty() || !select.hasAttr("multiple")) {
                values.put(select.attr("name"), selected.isEmpty() ? List.of(select.selectFirst("option").attr("value")) : selected);
            }
        }
        Map<String, Object> submitted = new HashMap<>();
        values.forEach((name, all) -> submitted.put(name, all.toArray(String[]::new)));
        return submitted;
    }

    private static Map<String, String> hostile() {
        Map<String, String> stored = new HashMap<>();
        stored.put("gate.rules", GateArguments.stored("has-owner,has-due-date," + GoldenHtml.HOSTILE.replace(",", "")));
        stored.put("has-owner.message", GateArguments.stored(GoldenHtml.HOSTILE));
        stored.put("has-due-date.horizon-days", GateArguments.stored(GoldenHtml.HOSTILE));
        return stored;
    }
}
