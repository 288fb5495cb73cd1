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
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.rules.Rules;

/** The same eight checks three times: our gate, a plain Java loop, a dynamic Groovy script. Each gives what is missing. */
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
    static Variant of(String name) {
        return switch (name) {
            case "gate" -> new OurGate();
            case "plain" -> new PlainLoop();
            case "groovy" -> new GroovyScript();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** What our gate finds. */
    static final class OurGate implements Variant {

        private final Gate gate = Gate
                .of(Stream.concat(rules("has-owner", RequiredFields.PERSONS), rules("has-due-date", RequiredFields.DAYS)).toList());

        @Override
        public List<Finding> missing(IssueView item) {
            return Evaluator.evaluate(gate, item, NOW).findings();
        }

        private static Stream<ConfiguredRule> rules(String name, List<Field> fields) {
            RuleDefinition definition = Rules.of(name).orElseThrow();
            return fields.stream().map(field -> ConfiguredRule.of(definition, Map.of("field", field.id()), Optional.empty()));
        }
    }

    /** What a loop finds that somebody wrote for exactly these fields: the floor. */
    static final class PlainLoop implements Variant {

        private final Field[] persons = RequiredFields.PERSONS.toArray(Field[]::new);
        private final Field[] days = RequiredFields.DAYS.toArray(Field[]::new);

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

        private final Script script = compiled();

        @Override
        @SuppressWarnings("unchecked")
        public List<Finding> missing(IssueView item) {
            script.getBinding().setVariable("item", item);
            return (List<Finding>) script.run();
        }

        private static Script compiled() {
            try (InputStream source = Variants.class.getResourceAsStream("required-fields.groovy")) {
                Binding fields = new Binding();
                fields.setVariable("persons", RequiredFields.PERSONS);
                fields.setVariable("days", RequiredFields.DAYS);
                fields.setVariable("context", NOW);
                fields.setVariable("horizonDays", HORIZON_DAYS);
                return new GroovyShell(fields).parse(new String(source.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
