package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.web.LinkSignature;
import org.decisiongates.sandbox.host.web.Xsrf;

/** What stands before every page: who is asking, forged requests, sizes, errors. */
public class FrontDoorWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String FORM = "application/x-www-form-urlencoded";
    private static RunningBox box;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeClass
    public static void start() throws IOException {
        TinyProduct product = TinyProduct.jira().serving("/page", new HttpServlet() {

            private static final long serialVersionUID = 1L;

            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().write(box.box().currentUser().key().orElse("nobody") + " " + Xsrf.token(request));
            }

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                if ("throw".equals(request.getParameter("text"))) {
                    throw new IllegalStateException("secret detail");
                }
                String body = FORM.equals(request.getContentType()) ? request.getParameter("text")
                        : String.valueOf(request.getInputStream().readAllBytes().length);
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().write("got " + body);
            }
        });
        box = BOXES.start(product, BOXES.options().withSecret("between us"));
    }

    @Test
    public void knowsNobodyWithoutASession() throws Exception {
        assertTrue(get("/page").body().startsWith("nobody "));
    }

    @Test
    public void remembersWhoLoggedInUntilTheLogout() throws Exception {
        assertEquals(302, post("/login", FORM, "os_username=reader&os_password=reader&os_destination=%2Fpage").statusCode());
        assertTrue(get("/page").body().startsWith("key-reader "));
        get("/logout");
        assertTrue(get("/page").body().startsWith("nobody "));
    }

    @Test
    public void sendsNobodyToAnotherSiteAfterTheLogin() throws Exception {
        for (String evil : List.of("https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:alert(1)")) {
            HttpResponse<String> answer = post("/login", FORM, "os_username=reader&os_password=reader&os_destination=" + evil);
            assertEquals("/jira/", URI.create(answer.headers().firstValue("Location").orElse("")).getPath());
        }
    }

    @Test
    public void refusesWrongPasswordsAndPeopleWhoLeft() throws Exception {
        assertEquals(401, basic("reader", "wrong"));
        assertEquals(401, basic("former", "former"));
        assertEquals(401, basic("nobody", "nobody"));
        assertEquals(200, basic("reader", "reader"));
    }

    @Test
    public void takesTheWordOfALinkedProductThatKnowsTheSecret() throws Exception {
        assertEquals(200, linked("reader", new LinkSignature("between us", TestTime.CLOCK).sign("reader")).statusCode());
        assertTrue(linked("reader", new LinkSignature("between us", TestTime.CLOCK).sign("reader")).body().startsWith("key-reader"));
        assertEquals(401, linked("admin", new LinkSignature("between us", TestTime.CLOCK).sign("reader")).statusCode());
        assertEquals(401, linked("reader", new LinkSignature("another", TestTime.CLOCK).sign("reader")).statusCode());
        HttpResponse<String> unknown = linked("nobody", new LinkSignature("between us", TestTime.CLOCK).sign("nobody"));
        assertEquals(401, unknown.statusCode());
        assertEquals("OAuth problem=\"no matching user\"", unknown.headers().firstValue("WWW-Authenticate").orElse(""));
    }

    @Test
    public void refusesAFormWithoutTheTokenAndTakesItWith() throws Exception {
        assertEquals(403, post("/page", FORM, "text=hello").statusCode());
        String token = get("/page").body().split(" ")[1];
        assertEquals(403, post("/page", FORM, "text=hello&atl_token=guess").statusCode());
        assertEquals("got h\u00e9llo", post("/page", FORM, "text=h%C3%A9llo&atl_token=" + token).body());
        assertEquals(200, send(request("/page").header("Content-Type", FORM).header("X-Atlassian-Token", "no-check")
                .POST(HttpRequest.BodyPublishers.ofString("text=hello"))).statusCode());
    }

    @Test
    public void refusesChangesThatAnotherSiteSends() throws Exception {
        HttpRequest.Builder request = request("/page").header("Content-Type", "application/json").header("Origin", "https://evil.example");
        assertEquals(403, send(request.POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode());
    }

    @Test
    public void refusesFormsOverTheLimitAndNothingElse() throws Exception {
        byte[] large = new byte[6 * 1024 * 1024];
        assertEquals(413, send(request("/page").header("Content-Type", FORM).header("X-Atlassian-Token", "no-check")
                .POST(HttpRequest.BodyPublishers.ofByteArray(large))).statusCode());
        assertEquals("got 6291456",
                send(request("/page").header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(large)))
                        .body());
        assertEquals("got 6291456", send(request("/page").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))).body());
    }

    @Test
    public void showsNeitherStackTraceNorDetailOfAnException() throws Exception {
        HttpResponse<String> answer = send(request("/page").header("Content-Type", FORM).header("X-Atlassian-Token", "no-check")
                .POST(HttpRequest.BodyPublishers.ofString("text=throw")));
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body(), answer.body().contains("under reference"));
        assertFalse(answer.body(),
                answer.body().contains("secret") || answer.body().contains("Exception") || answer.body().contains("Tomcat"));
    }

    @Test
    public void answersUnknownPlacesInTheirShape() throws Exception {
        assertEquals(404, get("/nowhere").statusCode());
        assertEquals(404, get("/rest/nowhere/1.0/x").statusCode());
        assertTrue(get("/rest/nowhere/1.0/x").body().startsWith("{\"status-code\":404"));
        assertEquals(404, get("/s/../logback.xml").statusCode());
        assertEquals(404, get("/s/%2e%2e/logback.xml").statusCode());
        assertEquals("{\"state\":\"RUNNING\"}", get("/status").body());
    }

    private int basic(String user, String password) throws Exception {
        return HttpClient.newHttpClient().send(request("/page").header("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8))).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> linked(String user, String signature) throws Exception {
        return send(request("/page").header(LinkSignature.USER, user).header(LinkSignature.SIGNATURE, signature));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(box.baseUrl() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
