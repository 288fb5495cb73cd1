package org.decisiongates.acceptance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

public class SettingsTest {

    private static final String[] ENOUGH = {"--jira", "https://host/jira", "--confluence", "https://host/confluence"};

    @Test
    public void takesTokensFromTheEnvironmentAndFromOptions() {
        Settings settings = Settings.of(new String[] {"--jira", "http://j", "--confluence", "http://c", "--member-token", "m"},
                Map.of("DG_TOKEN", "t", "PATH", "p"));
        assertEquals("t", settings.jiraToken());
        assertEquals("t", settings.confluenceToken());
        assertEquals(Optional.of("m"), settings.memberToken());
        assertEquals(Duration.ofSeconds(30), settings.patience());
    }

    @Test
    public void namesWhatIsWrong() {
        wrong("--token is needed", Map.of(), ENOUGH);
        wrong("--jira is needed", Map.of("DG_TOKEN", "t"));
        wrong("there is no option --jra", Map.of(), "--jra", "x");
        wrong("--jira needs a value", Map.of(), "--jira");
        wrong("--jira needs an address such as https://host/jira, not 'host'", Map.of("DG_TOKEN", "t"), "--jira", "host");
        wrong("--wait needs a number of seconds up to 9999, not 'long'", Map.of("DG_TOKEN", "t"),
                "--jira", "http://j", "--confluence", "http://c", "--wait", "long");
    }

    private static void wrong(String message, Map<String, String> environment, String... arguments) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Settings.of(arguments, environment)).getMessage());
    }
}
