package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.customfields.option.Options;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.user.ApplicationUser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.Field;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.Setting.Type;

/** Each type of setting in the form of a rule that no gate ships: what is offered, stored, shown again and said. */
public class SettingTypesTest {

    private static final String HOSTILE = GoldenHtml.HOSTILE;
    private static final String KEY = "test-only";
    private static final String NAME = "value";

    private final TransitionFixture jira = new TransitionFixture();

    public SettingTypesTest() {
        ProjectRole approvers = mock(ProjectRole.class);
        when(approvers.getId()).thenReturn(10010L);
        when(approvers.getName()).thenReturn(HOSTILE);
        when(jira.roles.getProjectRoles()).thenReturn(List.of(approvers));
        IssueLinkType blocks = mock(IssueLinkType.class);
        when(blocks.getId()).thenReturn(3L);
        when(blocks.getName()).thenReturn("Blocks " + HOSTILE);
        when(jira.linkTypes.getIssueLinkTypes()).thenReturn(List.of(blocks));
        Status live = mock(Status.class);
        when(live.getId()).thenReturn("10005");
        when(live.getName()).thenReturn("Live " + HOSTILE);
        when(jira.constants.getStatuses()).thenReturn(List.of(live));
        ApplicationUser ann = jira.user("JIRAUSER10100", true, true);
        when(ann.getUsername()).thenReturn("ann");
        when(ann.getDisplayName()).thenReturn("Ann " + HOSTILE);
        when(jira.users.getUserByKey("JIRAUSER10100")).thenReturn(ann);
        when(jira.users.getUserByName("ann")).thenReturn(ann);
        Group leads = mock(Group.class);
        when(jira.groups.getGroup("leads")).thenReturn(leads);
        select();
    }

    private void select() {
        option("customfield_10600", "Risk", 7L, HOSTILE);
    }

    private CustomField option(String fieldId, String name, long id, String value) {
        CustomField field = jira.custom(fieldId, name, "select");
        FieldConfig configuration = config(id, value);
        FieldConfigScheme scheme = mock(FieldConfigScheme.class);
        when(scheme.getConfigs()).thenReturn(Map.of("10001", configuration));
        when(field.getConfigurationSchemes()).thenReturn(List.of(scheme));
        return field;
    }

    private FieldConfig config(long id, String value) {
        FieldConfig configuration = mock(FieldConfig.class);
        Option option = mock(Option.class);
        when(option.getOptionId()).thenReturn(id);
        when(option.getValue()).thenReturn(value);
        Options options = mock(Options.class);
        when(options.stream()).thenAnswer(call -> List.of(option).stream());
        when(jira.options.getOptions(configuration)).thenReturn(options);
        return configuration;
    }

    @Test
    public void keepsTheLinesOfATextHoweverABrowserEndsThem() {
        PolicyRule rule = jira.form().submitted("g0.r0.s", PolicyRule.of("has-fallback"),
                Map.of("g0.r0.s.template", new String[] {"What happens then:\r\nWho does it:"}));

        assertEquals("What happens then:\nWho does it:", rule.settings().get("template"));
    }

    /** Type, control, what is submitted, what is stored, what the control then holds, what is said. */
    @Test
    public void storesIdsAndShowsNames() {
        Object[][] table = {{list(Type.ROLES), "select[multiple]", List.of("10010"), "10010", "10010", HOSTILE},
                {list(Type.LINK_TYPES), "select[multiple]", List.of("3"), "3", "3", "Blocks " + HOSTILE},
                {list(Type.STATUSES), "select[multiple]", List.of("10005"), "10005", "10005", "Live " + HOSTILE},
                {list(Type.OPTIONS), "textarea", List.of(HOSTILE), "7", HOSTILE, HOSTILE},
                {list(Type.OPTIONS), "textarea", List.of("7"), "7", HOSTILE, HOSTILE},
                {list(Type.PHASES), "select[multiple]", List.of("IN_REVIEW", "OPEN"), "IN_REVIEW\nOPEN", "IN_REVIEW\nOPEN",
                        "In review, Open"},
                {list(Type.GROUPS), "textarea", List.of(" leads \r\nleads\r\n"), "leads", "leads", "leads"},
                {list(Type.PEOPLE), "textarea", List.of("ann"), "JIRAUSER10100", "ann", "Ann " + HOSTILE},
                {Setting.choice(NAME, "any", "all"), "select:not([multiple])", List.of("all"), "all", "all",
                        "decision-gates.rule.test-only.setting.value.all"},
                {Setting.pattern(NAME, "^ok"), "input[type=text]", List.of("^[A-Z]+$"), "^[A-Z]+$", "^[A-Z]+$", "^[A-Z]+$"},
                {Setting.pattern(NAME, "^ok"), "input[type=text]", List.of(" ^ok "), " ^ok ", " ^ok ", " ^ok "},
                {Setting.optional(NAME, Type.DECIMAL), "input[type=text]", List.of(" -12.5 "), "-12.5", "-12.5", "-12.5"},
                {Setting.optional(NAME, Type.DAY), "input[type=text]", List.of("2026-12-31"), "2026-12-31", "2026-12-31",
                        "2026-12-31"},
                {Setting.optionalField(NAME, Type.PEOPLE_FIELD), "select:not([multiple])", List.of(""), "", "", "(not chosen yet)"},
                {Setting.number(NAME, 1, 1, 9), "input[type=text]", List.of("7"), "7", "7", "7"},
                {Setting.text(NAME, 100), "textarea", List.of("a\nb"), "a\nb", "a\nb", "a\nb"},
                {field(Type.NUMBER_FIELD, new Field("customfield_10700")), "select:not([multiple])",
                        List.of("customfield_10700"), "customfield_10700", "customfield_10700", "Points"},
                {field(Type.OPTION_FIELD, new Field("priority")), "select:not([multiple])", List.of("customfield_10600"),
                        "customfield_10600", "customfield_10600", "Risk"},
                {field(Type.VERSION_FIELD, new Field("fixVersions")), "select:not([multiple])", List.of("versions"), "versions",
                        "versions", "Affects versions"},
                {field(Type.MOMENT_FIELD, new Field("created")), "select:not([multiple])", List.of("updated"), "updated", "updated",
                        "Updated"},
                {field(Type.PEOPLE_FIELD, Field.OWNER), "select:not([multiple])", List.of("reporter"), "reporter", "reporter",
                        "Reporter"},
                {field(Type.ANY_FIELD, Field.OWNER), "select:not([multiple])", List.of("labels"), "labels", "labels", "Labels"}};
        jira.custom("customfield_10700", "Points", "float");
        for (Object[] row : table) {
            Setting setting = (Setting) row[0];
            String what = setting.type().toString();
            @SuppressWarnings("unchecked")
            String stored = jira.choices().stored(definition(setting), setting, (List<String>) row[2], Map.of());
            assertEquals(what, row[3], stored);
            ConfiguredRule rule = ConfiguredRule.of(definition(setting), Map.of(NAME, stored), Optional.empty());
            assertTrue(what, rule.isSound());

            Document form = form(setting, rule);

            Element control = form.selectFirst((String) row[1] + "[name=" + KEY + "." + NAME + "]");
            assertTrue(what + " has a control: " + form.body().html(), control != null);
            assertEquals(what, row[4], held(control));
            assertEquals(what, 0, form.select(".decision-gate-fault").size());
            assertEquals(what, 0, form.select("script, img, b").size());
            assertEquals(what + " " + KEY, "decision-gates.rule.test-only.sentence", jira.sentences().sentence(definition(setting), rule));
            assertEquals(what, row[5], jira.choices().shown(definition(setting), setting, Map.of(NAME, stored)));
        }
    }

    @Test
    public void takesOptionsByNameOfTheFieldThatIsChosenAndOfNoOther() {
        CustomField effort = option("customfield_10601", "Effort", 8L, "High");
        FieldConfig elsewhere = config(9L, "High");
        FieldConfigScheme scheme = effort.getConfigurationSchemes().get(0);
        FieldConfig first = scheme.getConfigs().get("10001");
        when(scheme.getConfigs()).thenReturn(Map.of("10001", first, "10002", elsewhere));
        option("customfield_10602", "Size", 10L, "High");
        Setting field = field(Type.OPTION_FIELD, new Field("priority"));
        Setting options = Setting.list("options", Type.OPTIONS, 1, 9);
        RuleDefinition definition = new RuleDefinition(KEY, List.of(field, options), Set.of(), List.of(), settings -> null);

        String stored = jira.choices().stored(definition, options, List.of("high\nLow"), Map.of(NAME, "customfield_10601"));

        assertEquals(Set.of("8", "9", "Low"), Set.copyOf(Setting.entries(stored)));
        Map<String, String> values = Map.of(NAME, "customfield_10601", "options", "8\n9");
        assertEquals("High", jira.choices().typed(definition, options, values));
        assertEquals("High", jira.choices().shown(definition, options, values));
        assertEquals(List.of(), jira.choices().unknown(definition, options, values));
        assertEquals(List.of("10"), jira.choices().unknown(definition, options, Map.of(NAME, "customfield_10601", "options", "10")));
    }

    @Test
    public void knowsThePrioritiesOfThisJira() {
        Priority high = mock(Priority.class);
        when(high.getId()).thenReturn("2");
        when(high.getName()).thenReturn("High");
        when(jira.constants.getPriorities()).thenReturn(List.of(high));
        Setting field = field(Type.OPTION_FIELD, new Field("priority"));
        Setting options = Setting.list("options", Type.OPTIONS, 1, 9);
        RuleDefinition definition = new RuleDefinition(KEY, List.of(field, options), Set.of(), List.of(), settings -> null);

        assertEquals("2", jira.choices().stored(definition, options, List.of("high"), Map.of(NAME, "priority")));
        assertEquals("High", jira.choices().shown(definition, options, Map.of(NAME, "priority", "options", "2")));
        assertEquals(List.of("99"), jira.choices().unknown(definition, options, Map.of(NAME, "priority", "options", "2\n99")));
        assertEquals("nobody makes a list of labels", List.of(),
                jira.choices().unknown(definition, options, Map.of(NAME, "labels", "options", "urgent")));
    }

    @Test
    public void saysWhatJiraDoesNotKnowAndKeepsIt() {
        for (Object[] row : new Object[][] {{Type.ROLES, "10010\n99"}, {Type.LINK_TYPES, "99"}, {Type.STATUSES, "99"}, {Type.OPTIONS, "99"},
                {Type.GROUPS, "leads\n99"}, {Type.PEOPLE, "JIRAUSER10100\n99"}}) {
            Setting setting = list((Type) row[0]);
            ConfiguredRule rule = ConfiguredRule.of(definition(setting), Map.of(NAME, (String) row[1]), Optional.empty());

            Document form = form(setting, rule);

            assertEquals(setting.type() + "", "Jira does not know: 99. Until it is corrected, the gate refuses every transition.",
                    form.select(".decision-gate-fault").text());
            assertTrue(setting.type() + " keeps it", held(form.selectFirst("[name=" + KEY + "." + NAME + "]")).contains("99"));
        }
    }

    @Test
    public void saysWhatIsWrongWithNonsense() {
        Object[][] table = {{list(Type.ROLES), "Approvers"}, {list(Type.GROUPS), "a\na"}, {Setting.pattern(NAME, "x"), "(" + HOSTILE},
                {Setting.number(NAME, 1, 1, 9), "10"}, {Setting.optional(NAME, Type.DECIMAL), "1,5"},
                {Setting.optional(NAME, Type.DAY), "31.12.2026"}, {Setting.text(NAME, 3), "1234"}};
        for (Object[] row : table) {
            Setting setting = (Setting) row[0];
            ConfiguredRule rule = ConfiguredRule.of(definition(setting), Map.of(NAME, (String) row[1]), Optional.empty());
            assertFalse(setting.type().toString(), rule.isSound());

            Document form = form(setting, rule);

            assertEquals(setting.type().toString(), 2, form.select(".decision-gate-fault").size());
            assertEquals(0, form.select("script, img, b").size());
        }
    }

    private static Setting field(Type type, Field initial) {
        return new Setting(NAME, type, initial.id(), 1, Field.MAX_ID_LENGTH, List.of());
    }

    private static Setting list(Type type) {
        return Setting.list(NAME, type, 1, 9);
    }

    private static RuleDefinition definition(Setting setting) {
        return new RuleDefinition(KEY, List.of(setting), Set.of(), List.of(), values -> (issue, context) -> RuleResult.passed());
    }

    private Document form(Setting setting, ConfiguredRule rule) {
        RuleFormView view = jira.form().known(definition(setting), Optional.of(rule));
        return Jsoup.parse("<form><table>"
                + GoldenHtml.of("jira/gate/form.vm")
                        .with("view",
                                new GateFormView(GateArguments.RULES, SettingView.ofOneLine("gate.policy", "", ""), "", "", List.of(),
                                        List.of(new RuleListView("chosen", "", "", List.of(view)))))
                        .render()
                + "</table></form>");
    }

    private static String held(Element control) {
        if (control.is("select")) {
            List<String> chosen = new ArrayList<>();
            control.select("option[selected]").forEach(option -> chosen.add(option.attr("value")));
            return String.join("\n", chosen);
        }
        return control.is("textarea") ? String.join("\n", Arrays.asList(control.wholeText().strip().split("\\R"))) : control.attr("value");
    }
}
