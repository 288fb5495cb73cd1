package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.jira.gate.GateArguments;
import org.decisiongates.policy.rules.HasFallback;
import org.decisiongates.policy.rules.HasOwner;
import org.decisiongates.policy.rules.Rules;

public class GateTest {

    @Test
    public void hashesWhatItAsks() {
        Gate everyRule = Gate.of(Rules.all().stream().map(ConfiguredRule::of).toList());
        String hash = everyRule.settingsHash();
        assertTrue(hash, hash.matches("[0-9a-f]{64}"));
        assertEquals(hash, GateArguments.read(GateArguments.write(everyRule)).settingsHash());
        assertNotEquals(hash, Gate.of(ConfiguredRule.of(HasOwner.DEFINITION)).settingsHash());
        assertNotEquals(Gate.of(ConfiguredRule.of(HasFallback.DEFINITION)).settingsHash(),
                Gate.of(ConfiguredRule.of(HasFallback.DEFINITION, Map.of("length", "21"), Optional.empty())).settingsHash());
        assertNotEquals("the order shows",
                Gate.of(ConfiguredRule.of(HasFallback.DEFINITION), ConfiguredRule.of(HasOwner.DEFINITION)).settingsHash(),
                Gate.of(ConfiguredRule.of(HasOwner.DEFINITION), ConfiguredRule.of(HasFallback.DEFINITION)).settingsHash());
    }
}
