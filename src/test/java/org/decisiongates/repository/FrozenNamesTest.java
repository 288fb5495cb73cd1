package org.decisiongates.repository;

import static org.junit.Assert.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import net.java.ao.schema.Table;
import org.junit.Test;
import org.w3c.dom.Element;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.debt.GateDebt;
import org.decisiongates.fixture.AppClasses;
import org.decisiongates.fixture.Tree;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.jira.gate.GateArguments;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationReason;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.ShippedPolicies;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.record.RecordPart;
import org.decisiongates.report.OutcomeChange;
import org.decisiongates.report.ReportOutcome;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.waiver.WaiverStep;

/** Names that live in the data of installations: workflows, pages, tables, links. */
public class FrozenNamesTest {

    private final Descriptor descriptor = Descriptor.ofTheBuild();

    @Test
    public void namesStoredInInstallationsStayAsTheyAre() throws ReflectiveOperationException {
        Set<String> frozen = Tree.text(Tree.ROOT.resolve("src/test/resources/frozen-names.txt")).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.toCollection(TreeSet::new));
        Set<String> actual = actual();
        assertTrue(less(frozen, actual) + ": this name is stored in installations; write an upgrade and an ADR",
                less(frozen, actual).isEmpty());
        assertTrue(less(actual, frozen) + ": this name will be stored in installations; add it to frozen-names.txt once you are sure of it",
                less(actual, frozen).isEmpty());
    }

    private Set<String> actual() throws ReflectiveOperationException {
        Set<String> names = new TreeSet<>();
        names.add("plugin " + descriptor.root().getAttribute("key"));
        descriptor.all("rest").forEach(rest -> names.add("rest " + rest.getAttribute("path") + "/" + rest.getAttribute("version")));
        descriptor.all("project-permission").forEach(permission -> names.add("project-permission " + permission.getAttribute("key")));
        for (Element validator : descriptor.all("workflow-validator")) {
            names.add("workflow-validator " + validator.getAttribute("key"));
            names.add("class " + validator.getAttribute("class"));
        }
        descriptor.all("validator-class").forEach(validator -> names.add("class " + validator.getTextContent().strip()));
        for (Element function : descriptor.all("workflow-function")) {
            names.add("workflow-function " + function.getAttribute("key"));
            names.add("class " + function.getAttribute("class"));
        }
        descriptor.all("function-class").forEach(function -> names.add("class " + function.getTextContent().strip()));
        for (Element macro : descriptor.all("xhtml-macro")) {
            names.add("macro " + macro.getAttribute("name"));
            macroParameters(macro).forEach(parameter -> names.add("macro-parameter " + parameter));
        }
        descriptor.all("ao").forEach(ao -> names.add("ao-namespace " + ao.getAttribute("namespace")));
        addTables(names);
        arguments().forEach(argument -> names.add("argument " + argument));
        Arrays.stream(OwnField.values()).forEach(field -> names.add("field " + field.key()));
        Arrays.stream(RuleResult.Status.values()).forEach(status -> names.add("verdict " + status.name()));
        Arrays.stream(GateEvent.Outcome.values()).forEach(outcome -> names.add("outcome " + outcome.name()));
        Arrays.stream(GateEvent.Source.values()).forEach(source -> names.add("source " + source.name()));
        Arrays.stream(GateDebt.Cause.values()).filter(cause -> cause != GateDebt.Cause.WAIVER_ENDED)
                .forEach(cause -> names.add("debt-cause " + cause.name()));
        Arrays.stream(BackgroundTask.State.values()).forEach(state -> names.add("task-state " + state.name()));
        Arrays.stream(ReportOutcome.values()).forEach(outcome -> names.add("report-outcome " + outcome.name()));
        Arrays.stream(OutcomeChange.values()).forEach(change -> names.add("outcome-change " + change.name()));
        Arrays.stream(ErasurePart.values()).forEach(part -> names.add("erasure-part " + part.name()));
        Arrays.stream(WaiverStep.State.values()).forEach(state -> names.add("waiver " + state.name()));
        Arrays.stream(ThreadStep.Kind.values()).forEach(kind -> names.add("thread-step " + kind.name()));
        Arrays.stream(NotificationReason.values()).forEach(reason -> names.add("notification-reason " + reason.name()));
        Arrays.stream(NotificationChoice.Delivery.values()).forEach(delivery -> names.add("notification-delivery " + delivery.name()));
        Arrays.stream(ThreadSection.values()).forEach(section -> names.add("thread-section " + section.name()));
        Arrays.stream(ApprovalStep.Kind.values()).forEach(kind -> names.add("approval-step " + kind.name()));
        Arrays.stream(SealedSection.values()).forEach(section -> names.add("sealed-section " + section.key()));
        Arrays.stream(ThreadState.values()).forEach(state -> names.add("thread-state " + state.name()));
        Arrays.stream(ImpactLine.Direction.values()).forEach(direction -> names.add("direction " + direction.name()));
        for (IssueRecord.Kind kind : IssueRecord.Kind.values()) {
            names.add("record-kind " + kind.name());
            RecordPart.of(kind).forEach(part -> part.words(kind).forEach(word -> names.add("record-state " + kind.name() + "." + word)));
        }
        Arrays.stream(Change.Kind.values()).forEach(kind -> names.add("kind " + kind.name()));
        Arrays.stream(Enforcement.values()).forEach(enforcement -> names.add("enforcement " + enforcement.name()));
        Arrays.stream(RuleCondition.Kind.values()).forEach(kind -> names.add("condition " + kind.name()));
        ShippedPolicies.all().forEach(policy -> policy.gates().forEach(gate -> names.add("gate " + policy.key() + "/" + gate.key())));
        Arrays.stream(Change.Item.values()).filter(item -> item != Change.Item.OTHER).forEach(item -> names.add("item " + item.name()));
        return names;
    }

    private static List<String> macroParameters(Element macro) {
        return Descriptor.children(macro).filter(child -> child.getTagName().equals("parameters")).flatMap(Descriptor::children)
                .map(parameter -> parameter.getAttribute("name")).filter(name -> !name.isEmpty()).toList();
    }

    private static Set<String> arguments() {
        Set<String> names = new TreeSet<>(GateArguments
                .write(Gate.of(Rules.all().stream().map(kind -> ConfiguredRule.of(kind, java.util.Map.of(), Optional.of("text"))).toList()))
                .keySet());
        names.addAll(GateArguments.write(new PolicyReference("decision", "in-review")).keySet());
        return names;
    }

    private static void addTables(Set<String> names) throws ReflectiveOperationException {
        for (var type : AppClasses.ALL) {
            if (type.isInterface() && type.isAnnotatedWith(Table.class)) {
                Class<?> row = Class.forName(type.getName());
                String table = row.getAnnotation(Table.class).value();
                names.add("table " + table);
                for (Field constant : row.getFields()) {
                    if (constant.getType() == String.class && Modifier.isStatic(constant.getModifiers())
                            && !constant.getName().equals("TABLE")) {
                        names.add("column " + table + "." + constant.get(null));
                    }
                }
            }
        }
    }

    private static Set<String> less(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
