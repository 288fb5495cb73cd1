package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;

import com.atlassian.audit.api.AuditService;
import com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItemService;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;

/** A Jira that lacks what no published page proves of Jira 11: it has no audit log for apps, and lets them lock no fields. */
public class MissingServicesWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String OWNER = "/rest/decision-gates/1.0/projects/SHOP/owner";
    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        for (Class<?> missing : List.of(AuditService.class, ManagedConfigurationItemService.class)) {
            wired.box.box().withdraw(missing);
        }
        wired.box.reinstall(BuiltPlugin.jar());
        wired.awaitHistory();
    }

    @Test
    public void theAppIsThereAndChangesWhatItShould() throws Exception {
        WiredJira.Reply changed = wired.call("lead", "PUT", OWNER, WiredJira.JSON,
                "{\"owner\":\"same\"}");
        assertEquals(changed.body(), 200, changed.status());
        assertEquals("same", wired.get("lead", OWNER).json().path("owner").asText());
    }

    @Test
    public void healthFindsNothingOfWhatCannotBeLocked() throws Exception {
        JsonNode health = wired.get("admin", "/rest/decision-gates/1.0/health").json();
        assertFalse(health.toString(), health.toString().contains("fields.not-locked"));
        assertFalse(health.toString(), health.toString().contains("check.failed"));
    }
}
