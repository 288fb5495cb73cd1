package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The jar we ship starts where only one of the two products' stand-ins can be seen. */
public class BuiltPluginWiredTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void startsWithOnlyTheStandInsOfJira() throws IOException {
        try (RunningBox box = start(TinyProduct.jira())) {
            assertEquals(1, box.box().modules().ofType("workflow-validator").size());
            assertEquals(List.of(), box.box().modules().ofType("xhtml-macro"));
            assertThrows(PluginRefused.class,
                    () -> box.plugin(BuiltPlugin.KEY).load("org.decisiongates.confluence.summary.WeeklySummaryMacro").getMethods());
        }
    }

    @Test
    public void startsWithOnlyTheStandInsOfConfluence() throws IOException {
        try (RunningBox box = start(TinyProduct.confluence())) {
            assertEquals("the week and approvals", 2, box.box().modules().ofType("xhtml-macro").size());
            assertEquals(List.of(), box.box().modules().ofType("workflow-validator"));
            assertThrows(PluginRefused.class, () -> box.plugin(BuiltPlugin.KEY).load("com.atlassian.jira.issue.Issue"));
        }
    }

    @Test
    public void makesTheClassOfEveryModuleInBothProducts() throws IOException {
        try (RunningBox box = start(TinyProduct.jira())) {
            Module validator = box.box().modules().ofType("workflow-validator").get(0);
            assertFalse(validator.create(Object.class, validator.xml().getAttribute("class")).toString().isEmpty());
            assertFalse(validator.create(Object.class, Xml.text(validator.xml(), "validator-class")).toString().isEmpty());
        }
        try (RunningBox box = start(TinyProduct.confluence())) {
            for (Module macro : box.box().modules().ofType("xhtml-macro")) {
                assertFalse(macro.create(Object.class, macro.xml().getAttribute("class")).toString().isEmpty());
            }
        }
    }

    @Test
    public void startsAgainOnTheDatabaseOfItsFirstStart() throws IOException {
        Options options = Options.in(folder.newFolder().toPath()).withClock(TestTime.CLOCK);
        for (int i = 0; i < 2; i++) {
            try (RunningBox box = SandboxHost.start(TinyProduct.confluence().withWhatIsImportedBy(BuiltPlugin.jar()), options,
                    List.of(BuiltPlugin.jar()))) {
                assertEquals(BuiltPlugin.KEY, box.plugin(BuiltPlugin.KEY).key());
            }
        }
    }

    private RunningBox start(TinyProduct product) throws IOException {
        return SandboxHost.start(product.withWhatIsImportedBy(BuiltPlugin.jar()),
                Options.in(folder.newFolder().toPath()).withClock(TestTime.CLOCK), List.of(BuiltPlugin.jar()));
    }
}
