package org.decisiongates.health;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.Test;

import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.ShippedPolicies;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;
import org.decisiongates.policy.rules.Rules;

public class SupportZipTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:43:00Z");
    private static final String HOSTILE = "Sam-Rivera";

    private final List<String> failures = new ArrayList<>();

    @Test
    public void writesTheSameBytesForTheSameState() throws IOException {
        SupportFile one = file("one", aliases -> new Word(aliases.of("policy", "secret")));
        SupportFile another = file("another", aliases -> new Word(aliases.of("policy", "secret") + " " + aliases.of("gate", "secret")
                + " " + aliases.of("policy", "other")));
        byte[] written = write(one, another);
        assertArrayEquals(written, write(another, one));
        assertEquals(Map.of("about.json",
                "{\n  \"format\" : 1,\n  \"at\" : \"2026-11-23T07:43:00Z\",\n  \"files\" : [ \"another\", \"one\" ]\n}\n",
                "another.json", "{\n  \"word\" : \"policy-1 gate-1 policy-2\"\n}\n", "one.json", "{\n  \"word\" : \"policy-1\"\n}\n"),
                files(written));
    }

    @Test
    public void saysWhichFileCouldNotBeMadeAndNotWhy() throws IOException {
        Map<String, String> files = files(write(file("broken", aliases -> {
            throw new IllegalStateException("the password is " + HOSTILE);
        }), file("well", aliases -> new Word("fine"))));
        assertEquals("{\n  \"failed\" : \"IllegalStateException\"\n}\n", files.get("broken.json"));
        assertEquals("{\n  \"word\" : \"fine\"\n}\n", files.get("well.json"));
        assertEquals(List.of("broken the password is " + HOSTILE), failures);
    }

    @Test
    public void keepsEveryFileWithinBounds() throws IOException {
        Map<String, String> files = files(write(file("long", aliases -> new Word("x".repeat(SupportZip.MAX_CHARACTERS)))));
        assertEquals("{\n  \"failed\" : \"more than 2000000 characters\"\n}\n", files.get("long.json"));
    }

    /** Every setting of every rule, and every place of a policy that takes a text, holds the name of a person. */
    @Test
    public void holdsNothingThatAnybodyTyped() throws IOException {
        List<PolicyRule> rules = new ArrayList<>();
        for (RuleDefinition definition : Rules.all()) {
            Map<String, String> settings = new LinkedHashMap<>();
            definition.settings().forEach(setting -> settings.put(setting.name(), HOSTILE));
            settings.put(HOSTILE, HOSTILE);
            rules.add(new PolicyRule(definition.key(), settings, Optional.of(HOSTILE), Optional.of(Enforcement.ADVISE), When.ALWAYS));
        }
        rules.add(new PolicyRule(HOSTILE, Map.of("field", HOSTILE), Optional.empty(), Optional.empty(),
                When.all(RuleCondition.actorIsIn(HOSTILE))));
        Policy policy = new Policy(new PolicyVersion(Scope.of(10_000), HOSTILE, 3), HOSTILE, HOSTILE, true,
                new WaiverTerms(List.of(HOSTILE), List.of(HOSTILE), 14), ApprovalTerms.NONE, Map.of(HOSTILE, 7),
                List.of(new PolicyGate(HOSTILE, HOSTILE, Optional.of(HOSTILE), Enforcement.ENFORCE, rules)), List.of());
        PoliciesInForce inForce = new PoliciesInForce(List.of(policy), List.of(new PolicyVersion(HOSTILE, 1)));
        String text = files(write(file("policies", aliases -> SupportPolicies.of(inForce, aliases, Rules::of)))).get("policies.json");
        assertFalse(text, text.contains("Sam") || text.contains("Rivera"));
        assertEquals(rules.size(), text.split("\"rule\" :", -1).length - 1);
    }

    @Test
    public void tellsWhatIsConfiguredByTheKeysOfTheApp() {
        SupportAliases aliases = new SupportAliases();
        SupportPolicies shipped = SupportPolicies.of(new PoliciesInForce(ShippedPolicies.all(), List.of()), aliases, Rules::of);
        assertEquals(List.of("blocker", "decision"), shipped.policies().stream().map(SupportPolicies.Shown::policy).sorted().toList());
        assertEquals("no alias was needed", "policy-1", aliases.of("policy", "any"));
        SupportRule rule = SupportRule.of("has-escalation-path", settings("has-escalation-path", Setting.Type.NUMBER, "3"), false,
                Optional.empty(),
                When.ALWAYS, Rules::of);
        assertEquals(List.of("3"), List.copyOf(rule.settings().values()));
        SupportRule field = SupportRule.of("has-owner", settings("has-owner", Setting.Type.PERSON_FIELD, "customfield_10200"), false,
                Optional.empty(), When.ALWAYS, Rules::of);
        assertEquals(List.of("customfield_10200"), List.copyOf(field.settings().values()));
    }

    private static Map<String, String> settings(String rule, Setting.Type type, String value) {
        Map<String, String> settings = new LinkedHashMap<>();
        Rules.of(rule).orElseThrow().settings().stream().filter(setting -> setting.type() == type).findFirst()
                .ifPresent(setting -> settings.put(setting.name(), value));
        return settings;
    }

    private byte[] write(SupportFile... files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SupportZip(List.of(files), (file, thrown) -> failures.add(file + " " + thrown.getMessage())).write(NOW, out);
        return out.toByteArray();
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static SupportFile file(String name, Function<SupportAliases, Record> content) {
        return new SupportFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Record content(SupportAliases aliases) {
                return content.apply(aliases);
            }
        };
    }

    private record Word(String word) {
    }
}
