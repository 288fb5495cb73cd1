package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.decisiongates.sandbox.host.TestTime;

/** A take-out of the built jar, as somebody fetched it. */
record TakeOutFile(byte[] bytes, Map<String, String> files) {

    private static final String REST = "/rest/decision-gates/1.0";

    /** Takes out a project, waits for it, and fetches the file. */
    static TakeOutFile of(WiredJira wired, String user, String project) throws Exception {
        return of(wired, user, "key=" + project, "decision-gates-" + project + "-" + TestTime.today() + ".zip");
    }

    /** The same of all projects. @param earlier id of one that was interrupted */
    static TakeOutFile ofAll(WiredJira wired, String user, String earlier) throws Exception {
        return of(wired, user, "all=true" + (earlier.isEmpty() ? "" : "&earlier=" + earlier),
                "decision-gates-all-projects-" + TestTime.today() + ".zip");
    }

    private static TakeOutFile of(WiredJira wired, String user, String query, String name) throws Exception {
        WiredJira.Reply started = wired.post(user, REST + "/take-out?" + query, "");
        assertStatus("take-out", 201, started);
        String task = started.json().path("task").asText();
        await().atMost(Duration.ofSeconds(60)).until(() -> wired.get(user, REST + "/tasks/" + task).json().path("state").asText(),
                state -> !state.equals("QUEUED") && !state.equals("RUNNING"));
        assertEquals("DONE", wired.get(user, REST + "/tasks/" + task).json().path("state").asText());
        assertStatus("of somebody else", 404, wired.get(user.equals("admin") ? "lead" : "admin", REST + "/take-out/" + task));
        HttpResponse<byte[]> file = HttpClient.newHttpClient().send(HttpRequest
                .newBuilder(URI.create(wired.box.baseUrl() + REST + "/take-out/" + task))
                .header("Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)))
                .build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, file.statusCode());
        assertEquals("attachment; filename=\"" + name + "\"", file.headers().firstValue("Content-Disposition").orElse(""));
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.body()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new TakeOutFile(file.body(), files);
    }
}
