package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.nio.file.Path;

import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;

import org.decisiongates.sandbox.confluence.ConfluenceProduct;
import org.decisiongates.sandbox.host.osgi.HostLibraries;
import org.decisiongates.sandbox.jira.JiraProduct;

/** What becomes of a library that the app embeds in a host that exports another copy of it. */
public class HostLibrariesWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();
    @ClassRule
    public static final TemporaryFolder JARS = new TemporaryFolder();

    private static final String MARKER = "tools/jackson/core/" + HostLibraries.MARKER;
    private static final String CACHE_MARKER = "com/github/benmanes/caffeine/cache/" + HostLibraries.MARKER;
    private static final String CACHE = "com.github.benmanes.caffeine.cache.Caffeine";
    private static final String PARSER = "tools.jackson.core.JsonParser";

    @Test
    public void usesItsOwnJacksonWhateverTheHostExports() throws Exception {
        Path foreign = PluginSource.aPlugin("org.example.importer").imports("tools.jackson.core").jar(JARS.getRoot().toPath());
        for (Product product : new Product[] {new JiraProduct(), new ConfluenceProduct()}) {
            try (RunningBox box = BOXES.start(product, BOXES.options(), BuiltPlugin.jar(), foreign)) {
                Bundle app = bundle(box, "org.decisiongates.decision-gates");
                assertNotNull("the host exports its copy", bundle(box, "org.example.importer").getResource(MARKER));
                assertThrows("which is not ours", PluginRefused.class, () -> box.plugin("org.example.importer").load(PARSER));

                assertNull(product.key(), app.getResource(MARKER));
                assertNull(product.key(), app.getResource(CACHE_MARKER));
                ClassLoader ours = app.loadClass("org.decisiongates.summary.SummaryJson").getClassLoader();
                assertSame(product.key(), ours, app.loadClass(CACHE).getClassLoader());
                assertSame(product.key(), ours, app.loadClass(PARSER).getClassLoader());
                Object read = app.loadClass("org.decisiongates.summary.SummaryBatch").getMethod("read", String.class).invoke(null,
                        "{\"answers\":[]}");
                assertEquals(product.key(), "[]", read.toString());
            }
        }
    }

    private static Bundle bundle(RunningBox box, String key) {
        return ((InstalledPlugin) box.plugin(key)).bundle();
    }
}
