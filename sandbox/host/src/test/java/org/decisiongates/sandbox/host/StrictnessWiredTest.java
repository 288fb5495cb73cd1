package org.decisiongates.sandbox.host;

import static org.decisiongates.sandbox.host.PluginSource.aPlugin;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

/** Every rule the box enforces, shown refusing a plugin that breaks it. */
public class StrictnessWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String KEY = "org.example.broken";
    private static final String AO = "com.atlassian.activeobjects.external,net.java.ao,net.java.ao.schema";
    private static final String AO_SERVICE = "com.atlassian.activeobjects.external.ActiveObjects";

    private static RunningBox box;

    @BeforeClass
    public static void start() throws IOException {
        box = BOXES.start(TinyProduct.jira(),
                BOXES.options().withServiceWait(Duration.ofMillis(400)));
    }

    @Test
    public void enablesAPluginThatBreaksNothing() {
        assertEquals(KEY, installed(aPlugin(KEY).with("Bean", "public class Bean { }").index("component", "test.Bean"),
                () -> box.plugin(KEY).create(Object.class, "bean:bean").getClass().getName().equals("test.Bean") ? KEY : ""));
    }

    @Test
    public void refusesAMandatoryImportOfTheOtherProduct() {
        refused(aPlugin(KEY).imports("com.atlassian.confluence.macro"), "com.atlassian.confluence.macro");
    }

    @Test
    public void leavesAnOptionalImportOfTheOtherProductUnresolved() {
        PluginSource plugin = aPlugin(KEY).imports("com.atlassian.confluence.macro;resolution:=optional");
        assertThrows(PluginRefused.class, () -> installed(plugin, () -> box.plugin(KEY).load("com.atlassian.confluence.macro.Macro")));
    }

    @Test
    public void refusesImportsOfTheOldNamespaceAndOfPrivateLibraries() {
        for (String name : List.of("javax.servlet", "javax.ws.rs", "javax.inject", "javax.annotation", "javax.xml.bind",
                "com.zaxxer.hikari", "org.h2", "org.apache.catalina")) {
            refused(aPlugin(KEY).imports(name), name);
        }
    }

    @Test
    public void refusesAVersionRangeOfAnotherPlatform() {
        refused(aPlugin(KEY).imports("jakarta.ws.rs;version=\"[2.0,3)\""), "jakarta.ws.rs");
        refused(aPlugin(KEY).imports("org.springframework.context;version=\"[5,6)\""), "org.springframework.context");
    }

    @Test
    public void seesOnlyWhatTheManifestImports() {
        refused(aPlugin(KEY).with("Bean", "public class Bean { public Bean(com.atlassian.sal.api.user.UserManager users) { } }")
                .index("component", "test.Bean"), "com/atlassian/sal/api/user/UserManager");
    }

    @Test
    public void refusesAJarWithoutAPluginKeyInItsManifest() {
        refused(aPlugin(KEY).manifest("Atlassian-Plugin-Key", ""), "Atlassian-Plugin-Key");
    }

    @Test
    public void refusesKeysThatDiffer() {
        refused(aPlugin(KEY).descriptorKey("org.example.other"), "org.example.other");
        refused(aPlugin(KEY).manifest("Bundle-SymbolicName", "org.example.third"), "org.example.third");
    }

    @Test
    public void refusesElementsOfTransformedPlugins() {
        for (String element : List.of("component", "component-import", "module-type")) {
            refused(aPlugin(KEY).module("<" + element + " key=\"old\"/>"), "<" + element + " key=\"old\">");
        }
    }

    @Test
    public void refusesScannerClassesInsideTheJar() {
        refused(aPlugin(KEY).withClass("com.atlassian.plugin.spring.scanner.annotation.Leaked",
                "package com.atlassian.plugin.spring.scanner.annotation; public class Leaked { }"),
                "com.atlassian.plugin.spring.scanner.annotation.Leaked");
    }

    @Test
    public void refusesAModuleTypeNobodyKnows() {
        refused(aPlugin(KEY).module("<telepathy key=\"thoughts\"/>"), "telepathy");
        refused(aPlugin(KEY).module("<xhtml-macro key=\"macro\" name=\"macro\" class=\"test.Macro\"/>"), "xhtml-macro");
    }

    @Test
    public void dropsModulesOfTheOtherProductBeforeLoadingTheirClasses() {
        assertEquals("[]", installed(aPlugin(KEY)
                .module("<xhtml-macro key=\"macro\" name=\"macro\" class=\"com.nowhere.Macro\" application=\"confluence\"/>")
                .module("<telepathy key=\"thoughts\"><restrict application=\"confluence\"/></telepathy>")
                .module("<telepathy key=\"later\"><restrict application=\"jira\" version=\"[12.0,)\"/></telepathy>"),
                () -> box.box().modules().ofPlugin(KEY).toString()));
    }

    @Test
    public void refusesThePluginWhenOneClassNamedOnlyInXmlIsMissing() {
        refused(aPlugin(KEY)
                .module("<web-item key=\"item\" section=\"here\"><condition class=\"com.atlassian.jira.nowhere.Condition\"/></web-item>"),
                "com.atlassian.jira.nowhere.Condition");
    }

    @Test
    public void refusesAPanelWhoseTemplateIsMissing() {
        refused(aPlugin(KEY).module(
                "<web-panel key=\"panel\" location=\"here\"><resource name=\"view\" type=\"velocity\" location=\"gone.vm\"/></web-panel>"),
                "gone.vm");
    }

    @Test
    public void refusesTextsThatAreNotInTheJar() {
        refused(aPlugin(KEY).module("<resource type=\"i18n\" name=\"i18n\" location=\"i18n.gone\"/>"), "i18n.gone");
    }

    @Test
    public void namesTheServiceThatNobodyOffers() {
        refused(aPlugin(KEY).imports("java.util.concurrent")
                .with("Api", "public interface Api { }").index("imports", "test.Api"), "test.Api, which nobody offered within 400 ms");
    }

    @Test
    public void waitsForAServiceThatComesLate() throws IOException {
        Path jar = aPlugin(KEY)
                .with("Caller",
                        "public class Caller { private final Object answer; public Caller(java.util.concurrent.Callable<?> api) throws Exception { answer = api.call(); }"
                                + " @Override public String toString() { return answer.toString(); } }")
                .index("component", "test.Caller").index("imports", "java.util.concurrent.Callable").jar(BOXES.folder());
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        try (RunningBox patient = BOXES.start(TinyProduct.jira(),
                BOXES.options().withServiceWait(Duration.ofSeconds(60)))) {
            later.schedule(() -> patient.box().publish(Callable.class, () -> "late"), 500, TimeUnit.MILLISECONDS);
            assertEquals("late", patient.install(jar).create(Object.class, "bean:caller").toString());
        } finally {
            later.shutdownNow();
        }
    }

    @Test
    public void skipsAnImportWhoseClassThisHostDoesNotHave() {
        assertEquals("ok", installed(aPlugin(KEY).index("imports", "com.atlassian.confluence.spaces.SpaceManager"), () -> "ok"));
    }

    @Test
    public void failsTheWholeContextForOneClassThatDoesNotLink() {
        PluginSource plugin = aPlugin(KEY)
                .with("Good", "public class Good { }")
                .with("Gone", "public class Gone { }")
                .with("Bad", "public class Bad { private void never(Gone gone) { } }")
                .leavesOut("Gone").index("component", "test.Good", "test.Bad");
        refused(plugin, "Error loading class test.Bad");
    }

    @Test
    public void readsTheIndexOfThisProductOnly() {
        assertEquals("ok", installed(aPlugin(KEY).with("Here", "public class Here { }")
                .index("component-jira", "test.Here").index("component-confluence", "test.NotEvenThere"),
                () -> box.plugin(KEY).create(Object.class, "bean:here").getClass().getSimpleName().equals("Here") ? "ok" : ""));
    }

    @Test
    public void knowsNoParameterNamesOfClassesCompiledWithoutThem() {
        PluginSource plugin = aPlugin(KEY)
                .with("Shape", "public interface Shape { }")
                .with("Round", "public class Round implements Shape { }")
                .with("Square", "public class Square implements Shape { }")
                .with("Wants", "public class Wants { public Wants(Shape round) { } }")
                .index("component", "test.Round", "test.Square", "test.Wants");
        assertEquals("ok", installed(plugin, () -> "ok"));
        refused(plugin.withoutParameterNames(), "expected single matching bean but found 2");
    }

    @Test
    public void callsWhatTheJakartaAnnotationsMark() {
        assertEquals("made and injected", installed(aPlugin(KEY).imports("jakarta.annotation,jakarta.inject")
                .with("Part", "public class Part { }")
                .with("Bean", "public class Bean { String state = \"\"; private final Part part; public Bean() { part = null; }"
                        + " @jakarta.inject.Inject public Bean(Part part) { this.part = part; }"
                        + " @jakarta.annotation.PostConstruct void made() { state = \"made and \" + (part == null ? \"forgotten\" : \"injected\"); }"
                        + " @Override public String toString() { return state; } }")
                .index("component", "test.Part", "test.Bean"), () -> box.plugin(KEY).create(Object.class, "bean:bean").toString()));
    }

    @Test
    public void refusesActiveObjectsBeforeThePluginHasStarted() {
        String entity = "import net.java.ao.Entity; public interface Row extends Entity { }";
        String module = "<ao key=\"ao\" namespace=\"org.example.broken\"><entity>test.Row</entity></ao>";
        for (String bean : List.of(
                "public class Bean { public Bean(com.atlassian.activeobjects.external.ActiveObjects ao) { ao.count(Row.class); } }",
                "public class Bean { private final com.atlassian.activeobjects.external.ActiveObjects ao;"
                        + " public Bean(com.atlassian.activeobjects.external.ActiveObjects ao) { this.ao = ao; }"
                        + " @jakarta.annotation.PostConstruct void early() { ao.count(Row.class); } }")) {
            refused(aPlugin(KEY).imports(AO + ",jakarta.annotation").with("Row", entity).with("Bean", bean).module(module)
                    .index("component", "test.Bean").index("imports", AO_SERVICE), "Wait for LifecycleAware.onStart");
        }
    }

    @Test
    public void refusesActiveObjectsInTheConstructorOfAResourceWhateverTheOrderOfModules() {
        refused(aPlugin(KEY).imports(AO + ",jakarta.ws.rs,jakarta.inject")
                .with("Row", "import net.java.ao.Entity; public interface Row extends Entity { }")
                .with("Early", "@jakarta.ws.rs.Path(\"/early\") public class Early { @jakarta.inject.Inject"
                        + " public Early(com.atlassian.activeobjects.external.ActiveObjects ao) { ao.count(Row.class); }"
                        + " @jakarta.ws.rs.GET public String get() { return \"\"; } }")
                .module("<ao key=\"ao\" namespace=\"org.example.broken\"><entity>test.Row</entity></ao>")
                .module("<rest key=\"rest\" path=\"/early\" version=\"1\"/>")
                .index("imports", AO_SERVICE), "cannot be made");
    }

    @Test
    public void refusesNamesThatAreTooLongForEveryDatabase() {
        refused(aPlugin(KEY).imports(AO).with("AnEntityWhoseNameIsFarTooLong",
                "import net.java.ao.Entity; public interface AnEntityWhoseNameIsFarTooLong extends Entity { }")
                .module("<ao key=\"ao\" namespace=\"org.example.broken\"><entity>test.AnEntityWhoseNameIsFarTooLong</entity></ao>"), "30");
        refused(aPlugin(KEY).imports(AO).with("Row", "import net.java.ao.Entity; public interface Row extends Entity {"
                + " String getAColumnWhoseNameIsFarTooLong(); void setAColumnWhoseNameIsFarTooLong(String x); }")
                .module("<ao key=\"ao\" namespace=\"org.example.broken\"><entity>test.Row</entity></ao>"), "30");
        refused(aPlugin(KEY).imports(AO).with("Row", "import net.java.ao.Entity; public interface Row extends Entity {"
                + " String getNumber(); void setNumber(String x); }")
                .module("<ao key=\"ao\" namespace=\"org.example.broken\"><entity>test.Row</entity></ao>"), "NUMBER");
    }

    @Test
    public void refusesAllowListEntriesThatAreStaleOrAboutSomebodyElsesClasses() {
        PluginSource stale = aPlugin(KEY).with("View", "public class View { }")
                .module("<velocity-allowlist key=\"list\"><method>test.View#getGone()</method></velocity-allowlist>");
        refused(stale, "test.View#getGone()");
        refused(aPlugin(KEY).imports("com.atlassian.sal.api.user")
                .module("<velocity-allowlist key=\"list\"><method>com.atlassian.sal.api.user.UserProfile#getEmail()</method></velocity-allowlist>"),
                "not about a class of the plugin itself");
    }

    @Test
    public void refusesAResourceItCannotConstruct() {
        refused(aPlugin(KEY).imports("jakarta.ws.rs").with("Part", "public class Part { }")
                .with("Res",
                        "@jakarta.ws.rs.Path(\"/x\") public class Res { public Res(Part part) { } @jakarta.ws.rs.GET public String get() { return \"\"; } }")
                .index("component", "test.Part").module("<rest key=\"rest\" path=\"/broken\" version=\"1\"/>"), "jakarta.inject.Inject");
    }

    @Test
    public void refusesARestModuleWithoutResources() {
        refused(aPlugin(KEY).module("<rest key=\"rest\" path=\"/broken\" version=\"1\"><package>test</package></rest>"),
                "no class with @Path");
    }

    @Test
    public void leavesNothingBehindAndTakesTheSamePluginAgain() {
        for (int i = 0; i < 3; i++) {
            assertEquals("ok", installed(aPlugin(KEY).with("Bean", "public class Bean { }").index("component", "test.Bean"), () -> "ok"));
        }
    }

    @Test
    public void namesAListenerThatAPluginLeavesRegistered() {
        String listener = "import com.atlassian.event.api.*; public class %s %s { public %1$s(EventPublisher events) { events.register(this); }"
                + " @EventListener public void on(String event) { } %s }";
        installed(aPlugin(KEY).imports("com.atlassian.event.api").with("Leaves", listener.formatted("Leaves", "", ""))
                .index("component", "test.Leaves").index("imports", "com.atlassian.event.api.EventPublisher"), () -> "");
        assertEquals(List.of(KEY + " left its listener test.Leaves registered"), box.leaks());
    }

    private static void refused(PluginSource plugin, String because) {
        PluginRefused e = assertThrows(PluginRefused.class, () -> installed(plugin, () -> "it was enabled"));
        assertTrue(e.getMessage(), e.getMessage().contains(because));
        assertTrue("modules are left", box.box().modules().ofPlugin(KEY).isEmpty());
    }

    private static <T> T installed(PluginSource plugin, java.util.function.Supplier<T> question) {
        Path jar = plugin.jar(BOXES.folder());
        box.install(jar);
        try {
            return question.get();
        } finally {
            box.uninstall(KEY);
        }
    }
}
