package org.decisiongates.repository;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

/**
 * No source, of the app, the sandbox or their tests, goes by what a machine happens to be: its time, zone, language, character set or
 * folders. {@code LayersTest} says more about the app, from its byte code.
 */
public class MachineTest {

    /** Something in parentheses that has no comma but in parentheses of its own. */
    private static final String ONE_ARGUMENT = "\\((?:[^(),\"]|\\((?:[^()]|\\([^()]*\\))*\\))+\\)";
    /** What to look for, and a line that has it. */
    private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();

    static {
        forbid("\\b(Instant|Local\\w+|ZonedDateTime|Offset\\w+|Year|YearMonth|MonthDay)(\\.now\\((?![^)]*[cC](lock|LOCK))|::now)",
                "LocalDate.now()", "Instant::now", "Year.now(ZoneOffset.UTC)");
        forbid("System\\.currentTimeMillis|new (java\\.util\\.)?Date\\(\\)|Clock(\\.|::)(system|tick)|Calendar\\.getInstance|new GregorianCalendar\\(\\)",
                "Clock.systemUTC()", "new java.util.Date()");
        forbid("(ZoneId|ZoneOffset)\\.systemDefault|TimeZone\\.getDefault|systemDefaultZone", "ZoneId.systemDefault()",
                "TimeZone.getDefault()");
        forbid("(\\.|::)to(Lower|Upper)Case(\\(\\)|(?!\\())|Locale\\.getDefault", "text.toLowerCase()", "String::toUpperCase",
                "Locale.getDefault()");
        forbid("(String\\.format|printf)\\(\\s*\"|%[0-9,.]*[dfeg][^\"]*\"\\)?\\.formatted\\(", "String.format(\"%d\", 1)",
                "\"W%02d\".formatted(1)");
        forbid("\\.getBytes\\(\\)|::getBytes|Charset\\.defaultCharset", "text.getBytes()", "Charset.defaultCharset()");
        forbid("new (File(Reader|Writer)|InputStreamReader|OutputStreamWriter)" + ONE_ARGUMENT,
                "new InputStreamReader(connection.getInputStream())", "new FileReader(file)");
        forbid("new String(?=[^;]*([bB]ytes|decode))" + ONE_ARGUMENT, "new String(in.readAllBytes())",
                "new String(Base64.getDecoder().decode(text))");
        forbid("\"/(tmp|var|home|root)\\b", "Path.of(\"/tmp/work\")");
    }

    /** Who may, and why. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("org/decisiongates/time/SystemClock.java", "is the app's clock"),
            Map.entry("org/decisiongates/architecture/Layers.java", "names what is forbidden"),
            Map.entry("org/decisiongates/architecture/Machine.java", "names what is forbidden"),
            Map.entry("org/decisiongates/architecture/offender/policy/AsksTheClock.java", "does what is forbidden"),
            Map.entry("org/decisiongates/architecture/offender/jira/GoesByTheMachine.java", "does what is forbidden"),
            Map.entry("org/decisiongates/repository/MachineTest.java", "names what is forbidden"),
            Map.entry("org/decisiongates/sandbox/host/SandboxTime.java", "makes the sandbox's clocks"),
            Map.entry("org/decisiongates/sandbox/host/Launcher.java",
                    "starts the sandbox at the time and in the zone of the machine where nobody says another"),
            Map.entry("org/decisiongates/sandbox/host/Options.java",
                    "starts the sandbox at the time and in the zone of the machine where nobody says another"),
            Map.entry("org/decisiongates/sandbox/host/TestTime.java", "says how far the tests' time is from the machine's"),
            Map.entry("org/decisiongates/sandbox/e2e/TestTime.java", "says how far the tests' time is from the machine's"),
            Map.entry("org/decisiongates/sandbox/jira/api/SandboxVersion.java",
                    "keeps days as midnights in the zone of the process, as Jira does"),
            Map.entry("org/decisiongates/sandbox/jira/ServerElsewhereWiredTest.java", "puts the machine back as it was"),
            Map.entry("org/decisiongates/sandbox/jira/CalendarWiredTest.java", "puts the machine back as it was"),
            Map.entry("org/decisiongates/page/CalendarTest.java", "puts the machine back as it was"),
            Map.entry("org/decisiongates/issue/ProjectKeyTest.java", "puts the machine back as it was"),
            Map.entry("com/atlassian/jira/event/issue/IssueEvent.java", "dates an event that nobody dates, as Jira does"),
            Map.entry("org/decisiongates/sandbox/host/LauncherWiredTest.java", "compares the times of files, which are the machine's"),
            Map.entry("org/decisiongates/confluence/link/MacroBench.java", "measures on a machine"),
            Map.entry("org/decisiongates/confluence/link/ClientsTest.java", "measures on a machine"));

    @Test
    public void nothingGoesByTheMachine() {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String name = name(file);
            if (!ALLOWED.containsKey(name)) {
                String text = Tree.text(file);
                for (Pattern pattern : FORBIDDEN.keySet()) {
                    pattern.matcher(text).results()
                            .forEach(hit -> found.add(name + ":" + text.substring(0, hit.start()).lines().count() + " " + hit.group()));
                }
            }
        }
        assertEquals(String.join("\n", found), List.of(), found);
    }

    @Test
    public void allowsOnlyWhatIsThereAndNeedsIt() {
        TreeSet<String> needed = new TreeSet<>();
        for (Path file : sources()) {
            if (FORBIDDEN.keySet().stream().anyMatch(pattern -> pattern.matcher(Tree.text(file)).find())) {
                needed.add(name(file));
            }
        }
        assertEquals(new TreeSet<>(ALLOWED.keySet()), needed);
    }

    @Test
    public void knowsWhatToLookFor() {
        FORBIDDEN.forEach((pattern, examples) -> examples.lines()
                .forEach(example -> assertTrue(pattern + " is silent about " + example, pattern.matcher(example).find())));
        for (String fine : List.of("LocalDate.now(CLOCK)", "LocalDate.now(wired.jira.clock())", "time.now()",
                "text.toLowerCase(Locale.ROOT)", "String.format(Locale.ROOT, \"%d\", 1)",
                "\"%s\".formatted(name)", "new String(in.readAllBytes(), StandardCharsets.UTF_8)",
                "new InputStreamReader(in, StandardCharsets.UTF_8)", "new Date(then)")) {
            assertTrue(fine, FORBIDDEN.keySet().stream().map(pattern -> pattern.matcher(fine)).noneMatch(Matcher::find));
        }
    }

    private static void forbid(String regex, String... examples) {
        FORBIDDEN.put(Pattern.compile(regex), String.join("\n", examples));
    }

    private static List<Path> sources() {
        return Stream
                .of("src", "sandbox/platform-api/src", "sandbox/host/src", "sandbox/e2e/src", "sandbox/bench/src", "sandbox/artefacts/src",
                        "atlassian")
                .map(Tree.ROOT::resolve)
                .flatMap(folder -> Tree.files(folder, ".java").stream()).filter(file -> !file.toString().contains("/target/")).toList();
    }

    /** As an import would say it. */
    private static String name(Path file) {
        return file.toString().replace('\\', '/').replaceFirst(".*/java/", "");
    }
}
