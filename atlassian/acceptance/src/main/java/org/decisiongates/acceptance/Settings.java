package org.decisiongates.acceptance;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the command line says.
 *
 * @param jira            address of the test Jira, with its context path
 * @param confluence      address of the test Confluence
 * @param jiraToken       personal access token of an administrator of Jira
 * @param confluenceToken the same for Confluence
 * @param memberToken     token, in Jira, of somebody who administers nothing
 * @param memberConfluenceToken the same person's in Confluence
 * @param project         key of an enabled project to use instead of a scratch project
 * @param space           key of a space that the member may view, to use instead of a scratch space
 * @param patience          how long to wait for what Jira tells after a commit
 */
record Settings(String jira, String confluence, String jiraToken, String confluenceToken, Optional<String> memberToken,
        Optional<String> memberConfluenceToken, Optional<String> project, Optional<String> space, Duration patience) {

    static final String USAGE = """
            usage: java -jar acceptance.jar --jira URL --confluence URL --token T [options]

              --jira, --confluence URL   addresses of a TEST Jira and a TEST Confluence, with context path
              --token T                  personal access token of an administrator, for both products
              --confluence-token T       where Confluence needs another one
              --member-token T           token, in Jira, of somebody who administers nothing; more can be told with it
              --member-confluence-token T
                                         the same person's token in Confluence
              --project KEY              use this enabled project instead of creating one
              --space KEY                use this space, which the member may view, instead of creating one
              --wait SECONDS             how long to wait for what Jira tells after a commit; 30 when nothing is said

            Tokens can come from the environment: DG_TOKEN, DG_CONFLUENCE_TOKEN, DG_MEMBER_TOKEN, DG_MEMBER_CONFLUENCE_TOKEN.
            It creates a project, issues, a space and a page, and takes them away again. Exit code: 0 nothing seen to fail,
            1 an assumption does not hold, 2 wrong call, 3 the run was cut short.
            """;

    private static final Map<String, String> NAMES = Map.of("--jira", "jira", "--confluence", "confluence", "--token", "DG_TOKEN",
            "--confluence-token", "DG_CONFLUENCE_TOKEN", "--member-token", "DG_MEMBER_TOKEN", "--member-confluence-token",
            "DG_MEMBER_CONFLUENCE_TOKEN", "--project", "project", "--space", "space", "--wait", "wait");

    /** Throws {@link IllegalArgumentException} with a sentence that names what is wrong. */
    static Settings of(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = new TreeMap<>();
        NAMES.values().stream().filter(environment::containsKey).filter(name -> name.startsWith("DG_"))
                .forEach(name -> given.put(name, environment.get(name)));
        for (int i = 0; i < arguments.length; i += 2) {
            String name = NAMES.get(arguments[i]);
            if (name == null) {
                throw new IllegalArgumentException("there is no option " + arguments[i]);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            given.put(name, arguments[i + 1]);
        }
        String token = required(given, "DG_TOKEN", "--token");
        return new Settings(address(given, "jira"), address(given, "confluence"), token, given.getOrDefault("DG_CONFLUENCE_TOKEN", token),
                Optional.ofNullable(given.get("DG_MEMBER_TOKEN")), Optional.ofNullable(given.get("DG_MEMBER_CONFLUENCE_TOKEN")),
                Optional.ofNullable(given.get("project")), Optional.ofNullable(given.get("space")),
                Duration.ofSeconds(seconds(given.getOrDefault("wait", "30"))));
    }

    private static long seconds(String given) {
        if (!given.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("--wait needs a number of seconds up to 9999, not '" + given + "'");
        }
        return Long.parseLong(given);
    }

    private static String address(Map<String, String> given, String name) {
        String address = required(given, name, "--" + name);
        if (!address.matches("https?://[^\\s?#]+")) {
            throw new IllegalArgumentException("--" + name + " needs an address such as https://host/" + name + ", not '" + address + "'");
        }
        return address;
    }

    private static String required(Map<String, String> given, String name, String option) {
        return Optional.ofNullable(given.get(name)).filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(option + " is needed"));
    }
}
