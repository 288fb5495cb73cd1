package org.decisiongates.sandbox.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import groovy.lang.Script;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.rules.Rules;

/** The same checks three times: our gate, a plain Java loop, a dynamic Groovy script. Each gives what is missing. */
final class Variants {

    static final EvaluationContext NOW = EvaluationContext.of(Instant.parse("2026-11-18T12:00:00Z"), ZoneOffset.UTC);
    static final int HORIZON_DAYS = 28;

    private Variants() {
    }

    /** One of them, ready to be asked. */
    interface Variant {

        List<Finding> missing(IssueView item);
    }

    /** By the name of its benchmark. */
    static Variant of(String name, Required required) {
        return switch (name) {
            case "gate" -> OurGate.of(required);
            case "plain" -> new PlainLoop(required);
            case "groovy" -> new GroovyScript(required);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** What our gate finds. */
    static final class OurGate implements Variant {

        private final Gate gate;

        OurGate(Gate gate) {
            this.gate = gate;
        }

        /** With its rules written into the workflow. */
        static OurGate of(Required required) {
            return new OurGate(Gate.of(rules(required).map(rule -> ConfiguredRule.of(Rules.of(rule.rule()).orElseThrow(), rule.settings(),
                    Optional.empty())).toList()));
        }

        /** The one gate of a policy, put together as at a transition. */
        static OurGate ofPolicy(Required required) {
            PolicyGate asked = new PolicyGate("start", "Start", Optional.empty(), Enforcement.ENFORCE, rules(required).toList());
            Policy policy = new Policy(new PolicyVersion("required", 1), "Required", "decision", false, WaiverTerms.NONE,
                    ApprovalTerms.NONE, Map.of(),
                    List.of(asked), List.of());
            return new OurGate(new GateComposer(new PoliciesInForce(List.of(policy), List.of()), Rules::of)
                    .gate(new PolicyReference(policy.key(), asked.key()), 10_000, policy.issueType()));
        }

        Gate gate() {
            return gate;
        }

        @Override
        public List<Finding> missing(IssueView item) {
            return Evaluator.evaluate(gate, item, NOW).findings();
        }

        private static Stream<PolicyRule> rules(Required required) {
            return Stream.concat(rules("has-owner", required.persons()), rules("has-due-date", required.days()));
        }

        private static Stream<PolicyRule> rules(String name, List<Field> fields) {
            return fields.stream().map(field -> PolicyRule.of(name).with(Map.of("field", field.id())));
        }
    }

    /** What a loop finds that somebody wrote for exactly these fields: the floor. */
    static final class PlainLoop implements Variant {

        private final Field[] persons;
        private final Field[] days;

        PlainLoop(Required required) {
            persons = required.persons().toArray(Field[]::new);
            days = required.days().toArray(Field[]::new);
        }

        @Override
        public List<Finding> missing(IssueView item) {
            List<Finding> missing = null;
            for (Field field : persons) {
                Optional<Person> person = item.has(field) ? item.person(field) : Optional.empty();
                if (person.isEmpty() || !person.get().active() || !person.get().assignable()) {
                    missing = add(missing, Finding.on(field, "missing"));
                }
            }
            for (Field field : days) {
                Optional<LocalDate> day = item.has(field) ? item.date(field) : Optional.empty();
                if (day.isEmpty()) {
                    missing = add(missing, Finding.on(field, "missing"));
                    continue;
                }
                long ahead = NOW.daysUntil(day.get());
                if (ahead < 0 && NOW.changes(field) || ahead > HORIZON_DAYS) {
                    missing = add(missing, Finding.on(field, "missing"));
                }
            }
            return missing == null ? List.of() : missing;
        }

        private static List<Finding> add(List<Finding> missing, Finding finding) {
            List<Finding> all = missing == null ? new ArrayList<>(4) : missing;
            all.add(finding);
            return all;
        }
    }

    /** What the script finds. One script object for all calls: the fastest way to run it, safe for one thread. */
    static final class GroovyScript implements Variant {

        private final Script script;

        GroovyScript(Required required) {
            script = compiled(required);
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<Finding> missing(IssueView item) {
            script.getBinding().setVariable("item", item);
            return (List<Finding>) script.run();
        }

        private static Script compiled(Required required) {
            try (InputStream source = Variants.class.getResourceAsStream("required-fields.groovy")) {
                Binding fields = new Binding();
                fields.setVariable("persons", required.persons());
                fields.setVariable("days", required.days());
                fields.setVariable("context", NOW);
                fields.setVariable("horizonDays", HORIZON_DAYS);
                return new GroovyShell(fields).parse(new String(source.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
