package org.decisiongates.sandbox.confluence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kong.unirest.core.HttpResponse;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.RunningBox;

/** Confluence's REST API, on both databases. */
@RunWith(Parameterized.class)
public class ContentRestWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final AtomicInteger TITLES = new AtomicInteger();
    private static RunningBox box;

    private final Reader lead;

    @Parameterized.Parameters(name = "{0}")
    public static List<Options.Database> databases() {
        return List.of(Options.Database.values());
    }

    public ContentRestWiredTest(Options.Database database) {
        BOXES.on(database, () -> box = BOXES.start(new ConfluenceProduct(), BOXES.options(database)));
        lead = Reader.named(box, "lead");
    }

    @Test
    public void letsAdministratorsCreateAndDeleteSpaces() {
        Reader admin = Reader.named(box, "admin");
        assertEquals(403, lead.json("POST", "/rest/api/space", "{\"key\":\"NEW\",\"name\":\"New\"}").getStatus());
        assertEquals(400, admin.json("POST", "/rest/api/space", "{\"key\":\"SHOP\",\"name\":\"Taken\"}").getStatus());
        assertEquals("NEW", Reader.read(admin.json("POST", "/rest/api/space", "{\"key\":\"NEW\",\"name\":\"New\"}")).path("key").asText());
        assertEquals(200, admin.json("POST", "/rest/api/content", page("NEW", "In a new space", "<p>one</p>")).getStatus());
        assertEquals(403, lead.delete("/rest/api/space/NEW").getStatus());
        assertEquals(200, admin.delete("/rest/api/space/NEW").getStatus());
        assertEquals(404, admin.get("/rest/api/space/NEW").getStatus());
    }

    @Test
    public void takesPersonalAccessTokensUntilTheyAreRevoked() {
        JsonNode token = Reader.read(lead.json("POST", "/rest/pat/latest/tokens", "{\"name\":\"for a test\"}"));
        Reader bearer = Reader.withToken(box, token.path("rawToken").asText());
        assertEquals("lead", Reader.read(bearer.get("/rest/api/user/current")).path("username").asText());
        assertFalse(lead.get("/rest/pat/latest/tokens").getBody().contains(token.path("rawToken").asText()));
        assertEquals("another's token", 404,
                Reader.named(box, "owner").delete("/rest/pat/latest/tokens/" + token.path("id").asText()).getStatus());
        assertEquals(204, lead.delete("/rest/pat/latest/tokens/" + token.path("id").asText()).getStatus());
        assertEquals(401, bearer.get("/rest/api/user/current").getStatus());
        assertEquals(401, Reader.anonymous(box).json("POST", "/rest/pat/latest/tokens", "{\"name\":\"nobody's\"}").getStatus());
    }

    @Test
    public void createsReadsUpdatesAndDeletesAPage() {
        String title = title();
        JsonNode created = Reader.read(lead.json("POST", "/rest/api/content?expand=version", page("SHOP", title, "<p>one &eacute;</p>")));
        String id = created.path("id").asText();
        assertEquals(1, created.path("version").path("number").asInt());

        JsonNode read = Reader.read(lead.get("/rest/api/content/" + id + "?expand=body.view,body.storage,version,space,ancestors"));
        assertEquals("<p>one \u00e9</p>", read.path("body").path("view").path("value").asText());
        assertEquals("<p>one &eacute;</p>", read.path("body").path("storage").path("value").asText());
        assertEquals("SHOP", read.path("space").path("key").asText());
        assertEquals("lead", read.path("version").path("by").path("username").asText());

        HttpResponse<String> updated = lead.json("PUT", "/rest/api/content/" + id + "?expand=version", update(title, 2, "<p>two</p>"));
        assertEquals(updated.getBody(), 200, updated.getStatus());
        assertEquals(2, Reader.read(updated).path("version").path("number").asInt());
        assertTrue(lead.get("/rest/api/content/" + id + "/history").getBody().contains("\"latest\":true"));

        assertEquals(204, lead.delete("/rest/api/content/" + id).getStatus());
        assertError(404, "No content found with id", lead.get("/rest/api/content/" + id));
    }

    @Test
    public void findsAPageBySpaceAndTitle() {
        JsonNode found = Reader.read(lead.get("/rest/api/content?spaceKey=SHOP&title=weekly%20DECISION%20summary"));
        assertEquals(1, found.path("size").asInt());
        assertEquals("Weekly decision summary", found.path("results").path(0).path("title").asText());
        assertEquals(0, Reader.read(lead.get("/rest/api/content?spaceKey=SHOP&title=nothing")).path("size").asInt());
    }

    @Test
    public void refusesAnUpdateOfAnOldVersion() {
        String title = title();
        String id = create(title);
        assertEquals(200, lead.json("PUT", "/rest/api/content/" + id, update(title, 2, "<p>mine</p>")).getStatus());
        assertError(409, "Current version is: 2", lead.json("PUT", "/rest/api/content/" + id, update(title, 2, "<p>late</p>")));
        assertError(409, "Current version is: 2", lead.json("PUT", "/rest/api/content/" + id, update(title, 9, "<p>far</p>")));
        assertError(400, "version number", lead.json("PUT", "/rest/api/content/" + id, "{\"title\":\"x\"}"));
        assertEquals("<p>mine</p>", storage(id));
    }

    @Test
    public void saysWhatIsWrongWithABody() {
        assertError(400, "Could not read JSON", lead.json("POST", "/rest/api/content", "{\"title\":"));
        assertError(400, "an object is expected", lead.json("POST", "/rest/api/content", "[]"));
        assertError(400, "an object is expected", lead.json("POST", "/rest/api/content", ""));
        assertError(400, "Error parsing xhtml", lead.json("POST", "/rest/api/content", page("SHOP", title(), "<p>a</b>")));
        assertError(400, "Error parsing xhtml", lead.json("POST", "/rest/api/content",
                page("SHOP", title(), "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>")));
        assertError(400, "at most", lead.json("POST", "/rest/api/content", page("SHOP", title(), "x".repeat(1_100_000))));
        assertError(400, "nested deeper", lead.json("POST", "/rest/api/content", page("SHOP", title(), "<p>".repeat(100_000))));
        assertError(400, "needs a title", lead.json("POST", "/rest/api/content", page("SHOP", "  ", "<p/>")));
        assertError(400, "characters", lead.json("POST", "/rest/api/content", page("SHOP", "t".repeat(300), "<p/>")));
        assertError(400, "not a page of space", lead.json("POST", "/rest/api/content",
                "{\"title\":\"" + title() + "\",\"space\":{\"key\":\"SHOP\"},\"ancestors\":[{\"id\":\"999999\"}]}"));
        assertError(400, "already exists", lead.json("POST", "/rest/api/content", page("SHOP", "weekly decision SUMMARY", "<p/>")));
        assertError(400, "not played",
                lead.json("POST", "/rest/api/content", "{\"type\":\"blogpost\",\"title\":\"x\",\"space\":{\"key\":\"SHOP\"}}"));
        assertError(400, "whole number", lead.get("/rest/api/content?limit=many"));
        assertError(404, "No space with key", lead.json("POST", "/rest/api/content", page("NONE", title(), "<p/>")));
        assertError(404, "", lead.get("/rest/api/nothing"));
        assertError(405, "", lead.delete("/rest/api/space"));
    }

    @Test
    public void keepsMarkupInTitlesAsText() {
        String title = "<script>alert(1)</script> \"&' " + title();
        String id = create(title);
        assertEquals(title, Reader.read(lead.get("/rest/api/content/" + id)).path("title").asText());
        String html = lead.get("/pages/viewpage.action?pageId=" + id).getBody();
        assertFalse(html.contains("<script>alert"));
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    public void storesNoTextThatADatabaseCannotHold() {
        String id = create(title() + "\u0000\n\uD83D tail");
        assertTrue(Reader.read(lead.get("/rest/api/content/" + id)).path("title").asText().endsWith("tail"));
        assertEquals(0, Reader.read(lead.get("/rest/api/content?spaceKey=SHOP&title=%00")).path("size").asInt());
        assertEquals(404, lead.get("/spaces/viewspace.action?key=%00").getStatus());
        assertError(404, "No space with key", lead.json("POST", "/rest/api/content", page("SH\u0000P", title(), "<p/>")));
        assertError(400, "Error parsing xhtml", lead.json("POST", "/rest/api/content", page("SHOP", title(), "<p>\\uD83D</p>")
                .replace("\\\\u", "\\u")));
    }

    @Test
    public void letsOnlyEditorsWriteAndOnlyViewersRead() {
        String id = create(title());
        Reader reader = Reader.named(box, "reader");
        assertEquals(200, reader.get("/rest/api/content/" + id).getStatus());
        assertError(403, "not permitted", reader.json("PUT", "/rest/api/content/" + id, update("x", 2, "<p/>")));
        assertError(403, "not permitted", reader.delete("/rest/api/content/" + id));
        assertError(403, "not permitted", reader.json("POST", "/rest/api/content", page("SHOP", title(), "<p/>")));
        Reader nobody = Reader.anonymous(box);
        assertError(404, "No content found", nobody.get("/rest/api/content/" + id));
        assertError(404, "No space with key", nobody.get("/rest/api/space/SHOP"));
        assertEquals(200, nobody.get("/rest/api/space/OPS").getStatus());
        assertError(401, "Log in", nobody.json("POST", "/rest/api/content", page("OPS", title(), "<p/>")));
        assertEquals(1, Reader.read(nobody.get("/rest/api/space")).path("size").asInt());
        assertEquals(401, Reader.named(box, "former").get("/rest/api/space").getStatus());
    }

    @Test
    public void saysWhoIsAsking() {
        assertEquals("lead", Reader.read(lead.get("/rest/api/user/current")).path("username").asText());
        assertEquals("anonymous", Reader.read(Reader.anonymous(box).get("/rest/api/user/current")).path("type").asText());
        assertEquals("visitor", Reader.read(Reader.named(box, "visitor").get("/rest/api/user/current")).path("username").asText());
    }

    @Test
    public void pagesThroughResults() {
        JsonNode first = Reader.read(lead.get("/rest/api/content?spaceKey=SHOP&limit=1"));
        assertEquals(1, first.path("size").asInt());
        assertEquals("/rest/api/content?limit=1&start=1", first.path("_links").path("next").asText());
        assertEquals(0, Reader.read(lead.get("/rest/api/content?spaceKey=SHOP&start=1000")).path("size").asInt());
    }

    private String create(String title) {
        HttpResponse<String> answer = lead.json("POST", "/rest/api/content", page("SHOP", title, "<p>x</p>"));
        assertEquals(answer.getBody(), 200, answer.getStatus());
        return Reader.read(answer).path("id").asText();
    }

    private String storage(String id) {
        return Reader.read(lead.get("/rest/api/content/" + id + "?expand=body.storage")).path("body").path("storage").path("value")
                .asText();
    }

    private static String title() {
        return "Page " + TITLES.incrementAndGet();
    }

    private static String page(String space, String title, String storage) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("type", "page").put("title", title);
        json.putObject("space").put("key", space);
        json.putObject("body").putObject("storage").put("value", storage).put("representation", "storage");
        return json.toString();
    }

    private static String update(String title, int version, String storage) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("type", "page").put("title", title);
        json.putObject("version").put("number", version);
        json.putObject("body").putObject("storage").put("value", storage).put("representation", "storage");
        return json.toString();
    }

    private static void assertError(int status, String part, HttpResponse<String> answer) {
        assertEquals(answer.getBody(), status, answer.getStatus());
        JsonNode error = Reader.read(answer);
        assertEquals(status, error.path("statusCode").asInt());
        assertTrue(answer.getBody(), error.path("message").asText().contains(part));
    }
}
