package org.decisiongates.sandbox.host;

import static org.decisiongates.sandbox.host.PluginSource.aPlugin;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import com.atlassian.sal.api.transaction.TransactionTemplate;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** Active Objects and the host's own tables, on both databases. */
@RunWith(Parameterized.class)
public class StoreWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static RunningBox box;
    private static Function<String, Object> store;

    private final Options.Database kind;
    private int before;

    public StoreWiredTest(Options.Database kind) {
        this.kind = kind;
        BOXES.on(kind, () -> start(kind));
    }

    @Parameterized.Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @SuppressWarnings("unchecked")
    private static void start(Options.Database kind) {
        PluginSource plugin = aPlugin("org.example.store")
                .imports(
                        "com.atlassian.activeobjects.external,com.atlassian.activeobjects.spi,com.atlassian.sal.api.transaction,net.java.ao,net.java.ao.schema")
                .with("Note", """
                        import net.java.ao.Entity;
                        import net.java.ao.schema.*;
                        public interface Note extends Entity {
                            @NotNull @Indexed String getTitle(); void setTitle(String title);
                            @StringLength(StringLength.UNLIMITED) String getBody(); void setBody(String body);
                            java.util.Date getMade(); void setMade(java.util.Date made);
                        }""")
                .with("Store", """
                        import com.atlassian.activeobjects.external.ActiveObjects;
                        import java.util.Map;
                        public class Store implements java.util.function.Function<String, Object> {
                            private final ActiveObjects ao;
                            public Store(ActiveObjects ao) { this.ao = ao; }
                            private Note add(String title) { return ao.create(Note.class, Map.of("TITLE", title, "BODY", "x".repeat(5000), "MADE", new java.util.Date(0))); }
                            public Object apply(String what) {
                                switch (what) {
                                    case "count": return ao.count(Note.class);
                                    case "add": return add("one").getTitle();
                                    case "nested": return ao.executeInTransaction(() -> { add("outer"); return ao.executeInTransaction(() -> add("inner").getTitle()); });
                                    case "swallowed": return ao.executeInTransaction(() -> { add("outer"); try { ao.executeInTransaction(() -> { add("inner"); throw new IllegalStateException("inner"); }); } catch (IllegalStateException e) { } return "done"; });
                                    case "failing": return ao.executeInTransaction(() -> { add("outer"); throw new IllegalArgumentException("outer"); });
                                    case "untitled": return ao.create(Note.class, Map.of("BODY", "b"));
                                    case "batch": ao.create(Note.class, java.util.List.of(Map.of("TITLE", "a"), Map.of("TITLE", "b"))); return "done";
                                    case "page": return ao.find(Note.class, net.java.ao.Query.select().where("TITLE = ?", "one").order("ID").limit(1)).length;
                                    case "quoted": return ao.count(Note.class, net.java.ao.Query.select().where("\\"TITLE\\" = ?", "one"));
                                    case "body": return ao.find(Note.class)[0].getBody().length();
                                    case "table": return ao.moduleMetaData().getDatabaseType().name();
                                    default: throw new IllegalArgumentException(what);
                                }
                            }
                        }""")
                .module("<ao key=\"ao\" namespace=\"org.example.store\"><entity>test.Note</entity></ao>")
                .index("component", "test.Store").index("imports", "com.atlassian.activeobjects.external.ActiveObjects");
        box = BOXES.start(TinyProduct.jira(), BOXES.options().withDatabase(kind), plugin.jar(BOXES.folder()));
        store = (Function<String, Object>) box.plugin("org.example.store").create(Function.class, "bean:store");
    }

    @Before
    public void count() {
        before = (int) store.apply("count");
    }

    @Test
    public void keepsRowsAndCountsWhatItSends() {
        StatementLog log = box.logStatements();
        assertEquals("one", store.apply("add"));
        assertEquals(1, log.sent().with("insert").count());
        assertTrue(log.sent().with("AO_").count() > 0);
        assertEquals(before + 1, store.apply("count"));
        assertEquals(1, store.apply("page"));
        assertEquals(5000, store.apply("body"));
        assertEquals("done", store.apply("batch"));
        assertEquals(before + 3, store.apply("count"));
        assertEquals(kind == Options.Database.H2 ? "H2" : "POSTGRESQL", store.apply("table"));
        assertThrows(IllegalArgumentException.class, () -> store.apply("untitled"));
    }

    @Test
    public void joinsATransactionAndUndoesAllOfItWhenAnythingFails() {
        assertEquals("inner", store.apply("nested"));
        assertEquals(before + 2, store.apply("count"));
        assertThrows(IllegalStateException.class, () -> store.apply("swallowed"));
        assertThrows(IllegalArgumentException.class, () -> store.apply("failing"));
        assertEquals(before + 2, store.apply("count"));
    }

    @Test
    public void writesOnConnectionsOfItsOwnOrTakesPartInTheTransactionOfTheHost() {
        Faults faults = box.box().options().faults();
        faults.storesStandAlone();
        undone();
        assertEquals(before + 1, store.apply("count"));
        faults.storesJoin();
        undone();
        assertEquals(before + 1, store.apply("count"));
        assertEquals("inner", store.apply("nested"));
        assertThrows(RuntimeException.class, () -> store.apply("swallowed"));
        assertThrows(IllegalArgumentException.class, () -> store.apply("failing"));
        assertEquals(before + 3, store.apply("count"));
        faults.storesStandAlone();
    }

    private static void undone() {
        TransactionTemplate host = box.service(TransactionTemplate.class);
        assertThrows(IllegalStateException.class, () -> host.execute(() -> {
            box.box().settings().put("undone", "yes");
            store.apply("add");
            throw new IllegalStateException("the host changes its mind");
        }));
        assertEquals(null, box.box().settings().get("undone"));
    }

    @Test
    public void refusesColumnsThatAreQuotedByHand() {
        assertThrows(IllegalArgumentException.class, () -> store.apply("quoted"));
    }

    @Test
    public void failsWhenTheDatabaseIsDownAndWorksOnceItIsBack() {
        box.box().options().faults().databaseDown();
        assertThrows(RuntimeException.class, () -> store.apply("add"));
        box.box().options().faults().heal();
        assertEquals("one", store.apply("add"));
        box.box().options().faults().failStatements(sql -> sql.toUpperCase(java.util.Locale.ROOT).startsWith("INSERT"));
        assertThrows(RuntimeException.class, () -> store.apply("add"));
        assertEquals(before + 1, store.apply("count"));
        box.box().options().faults().heal();
    }

    @Test
    public void keepsSettingsWithinTheLimitsOfTheProducts() {
        var settings = box.box().settings();
        IntFunction<String> text = length -> "k".repeat(length);
        settings.put(text.apply(100), text.apply(99_000));
        assertEquals(99_000, ((String) settings.get(text.apply(100))).length());
        assertThrows(IllegalArgumentException.class, () -> settings.put(text.apply(101), "x"));
        assertThrows(IllegalArgumentException.class, () -> settings.put("k", text.apply(99_001)));
        assertThrows(IllegalArgumentException.class, () -> settings.put("k", 5));
        settings.put("list", List.of("a", "b"));
        assertEquals(List.of("a", "b"), settings.get("list"));
        settings.put("map", java.util.Map.of("a", "b"));
        assertEquals(java.util.Map.of("a", "b"), settings.remove("map"));
        assertEquals(null, settings.get("map"));
    }
}
