package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Test;

/**
 * The acceptance kit, run against the sandbox as somebody runs it against a test Jira: it cannot rot, and what it prints can be compared.
 */
public class AcceptanceKitE2eTest {

    private static final String HOLDS = "holds";
    private static final String CANNOT = "cannot be told here";

    private final TwoProducts products = TwoProducts.running();

    @Test
    public void saysOfEachAssumptionWhatTheSandboxDoesAndLeavesNothingBehind() throws Exception {
        JsonNode projects = projects();
        Run run = kit("--token", token(products.jira, "admin"), "--confluence-token", token(products.confluence, "admin"), "--member-token",
                token(products.jira, "reader"), "--member-confluence-token", token(products.confluence, "reader"), "--space", "SHOP");
        Map<String, String> wanted = new TreeMap<>();
        for (int row = 1; row <= 24; row++) {
            wanted.put("A" + row, List.of(4, 5, 12, 13, 18, 19, 20, 21).contains(row) ? CANNOT : HOLDS);
        }
        assertEquals(run.output, wanted, run.verdicts());
        assertEquals(run.output, 0, run.exitCode);
        assertTrue(run.output, !run.output.contains("Left behind"));
        assertEquals("the scratch project is gone", projects, projects());
    }

    @Test
    public void saysWhichOptionIsWrong() throws Exception {
        Run run = kit("--tokn", "x");
        assertEquals(2, run.exitCode);
        assertTrue(run.output, run.output.startsWith("acceptance: there is no option --tokn."));
    }

    @Test
    public void isCutShortWithAReasonWhenTheTokenIsNobodys() throws Exception {
        Run run = kit("--token", "nobodys");
        assertEquals(run.output, 3, run.exitCode);
        assertTrue(run.output, run.output.contains("The run was cut short: GET /jira/rest/api/2/myself answered 401"));
    }

    private JsonNode projects() {
        return new JiraRest(products.jira.address(), "admin").get("/rest/api/2/project");
    }

    private static String token(RunningProduct product, String user) {
        return new JiraRest(product.address(), user).post("/rest/pat/latest/tokens", Map.of("name", "acceptance")).path("rawToken")
                .asText();
    }

    private Run kit(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                System.getProperty("acceptance.jar"), "--jira", products.jira.address(), "--confluence", products.confluence.address()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** What a run printed, and how it ended. */
    private record Run(int exitCode, String output) {

        Map<String, String> verdicts() {
            Map<String, String> verdicts = new TreeMap<>();
            output.lines().filter(line -> line.matches("A\\d+ .*\\|.*"))
                    .forEach(line -> verdicts.put(line.substring(0, 4).strip(), line.substring(5, 25).strip()));
            return verdicts;
        }
    }
}
