package org.decisiongates.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.Tree;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.SealedSection;

/** The command that docs/reference/approval-statements.md tells people to use, on a JDK and nothing else. */
public class ApprovalStatementsTest {

    private static final Path REFERENCE = Tree.ROOT.resolve("docs/reference");
    private static final Pattern COMMAND = Pattern.compile("(?m)^    (java VerifyApprovals\\.java (\\S+) (\\S+))$");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.120Z");
    private static final SealedContent CONTENT = SealedContent.of(
            IssueSnapshot.EMPTY.with(new Field("question"), GoldenHtml.HOSTILE + "\tCaf\u00E9 \uD83D\uDEA7"),
            Set.of(SealedSection.QUESTION, SealedSection.RELEASE));

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Matcher command;
    private String statements;

    @Before
    public void export() throws IOException {
        command = COMMAND.matcher(Tree.text(REFERENCE.resolve("approval-statements.md")));
        assertTrue(command.find());
        statements = ApprovalStatements.lines(chain(), "SHOP-1", "https://jira.example.com/content/");
        Files.copy(REFERENCE.resolve("VerifyApprovals.java"), file("VerifyApprovals.java"));
        Files.writeString(file(command.group(3)), CONTENT.text());
    }

    @Test
    public void verifiesWhatWasExported() throws Exception {
        List<String> lines = statements.lines().toList();
        assertEquals(5, lines.size());
        assertTrue(lines.get(1),
                lines.get(1).startsWith("{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"name\":\"content\","
                        + "\"digest\":{\"sha256\":\"" + CONTENT.digest() + "\"},\"downloadLocation\":\"https://jira.example.com/content/"
                        + CONTENT.digest() + "\",\"mediaType\":\"application/json\"}],\"predicateType\":"));
        assertTrue(lines.get(1), lines.get(1).contains("\"at\":\"2026-11-22T12:00:00.120Z\",\"actor\":\"ben\",\"onBehalfOf\":\"ann\""));
        String said = run(statements, 0);
        assertTrue(said, said.startsWith("VERIFIED 5 statements, 1 of them without a person who was erased; 1 contents."));
        assertTrue(said, said.strip().endsWith(chain().get(4).seal().hash()));
    }

    @Test
    public void refusesWhatWasForged() throws Exception {
        List<String> lines = statements.lines().toList();
        List<String> forgeries = new ArrayList<>(List.of(
                statements.replace("\"ABSTAINED\"", "\"APPROVED\""),
                statements.replaceFirst("\"actor\":\"ben\"", "\"actor\":\"eve\""),
                statements.replaceFirst("12:00:00.120Z", "12:00:00.121Z"),
                statements.replaceFirst("decision/legal", "decision/board"),
                statements.replace("\"digest\":{\"sha256\":\"" + CONTENT.digest(), "\"digest\":{\"sha256\":\"" + "e".repeat(64)),
                statements.replaceFirst("\"question\":\"....", "\"question\":\"eeee"),
                statements.replaceFirst("\"salt\":\"[^\"]*\"", "\"salt\":null"),
                statements.replace(",\"reauthenticated\":true", ""),
                statements.replace("\"reauthenticated\":true", "\"reauthenticated\":null"),
                statements.replace("approval:2\"", "approval:1\""),
                statements.replace("approval:2\"", "approval:1\"").replace(",\"reauthenticated\":true", ""),
                statements.replaceFirst("approval:1\"", "approval:2\""),
                lines.get(0).replace("approval:1\"", "approval:2\"").replace(",\"content\":", ",\"reauthenticated\":true,\"content\":")
                        + "\n",
                String.join("\n", lines.subList(1, 5)),
                String.join("\n", lines.get(0), lines.get(2), lines.get(3), lines.get(4)),
                String.join("\n", lines.get(0), lines.get(2), lines.get(1), lines.get(3), lines.get(4)),
                statements + lines.get(4)));
        Files.writeString(file(command.group(2)), statements);
        Method verify = verifier();
        String[] files = {file(command.group(2)).toString(), file(command.group(3)).toString()};
        for (String forged : forgeries) {
            assertTrue("nothing was forged", !forged.equals(statements));
            Files.writeString(file(command.group(2)), forged);
            String said = verify(verify, files);
            assertTrue(said, said.startsWith("REFUSED"));
        }
        // as people run it
        assertTrue(run(forgeries.get(0), 1).startsWith("REFUSED after 2 sound statements: what it says was changed"));

        Files.writeString(file(command.group(2)), statements);
        Files.writeString(file(command.group(3)), CONTENT.text() + "\n");
        String said = verify(verify, files);
        assertTrue(said, said.contains("no statement is about"));
    }

    /** The same program without a machine of its own each time. */
    private Method verifier() throws Exception {
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.getRoot().toString(),
                file("VerifyApprovals.java").toString()));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.getRoot().toURI().toURL()})) {
            Method verify = loader.loadClass("VerifyApprovals").getDeclaredMethod("verify", String[].class);
            verify.setAccessible(true);
            // what it needs is loaded while the loader is open
            verify(verify, file(command.group(2)).toString());
            return verify;
        }
    }

    private static String verify(Method verify, String... files) throws Exception {
        Constructor<?> constructor = verify.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        return (String) verify.invoke(constructor.newInstance(), (Object) files);
    }

    private String run(String exported, int status) throws Exception {
        Files.writeString(file(command.group(2)), exported);
        List<String> words = new ArrayList<>(Arrays.asList(command.group(1).split(" ")));
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process process = new ProcessBuilder(words).directory(folder.getRoot()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, status, process.waitFor());
        return said;
    }

    private Path file(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    /** Asked, approved for somebody, abstained by somebody who was erased since, withdrawn, approved with a password. */
    private static List<SealedApprovalStep> chain() {
        List<SealedApprovalStep> chain = new ArrayList<>();
        add(chain, "REQUESTED", "otto", Optional.empty());
        add(chain, "APPROVED", "ben", Optional.of("ann"));
        add(chain, "ABSTAINED", "gina", Optional.empty());
        SealedApprovalStep whole = chain.get(2);
        ApprovalStep step = whole.step();
        chain.set(2, new SealedApprovalStep(
                new ApprovalStep(step.issueId(), step.projectId(), step.step(), step.word(), step.requirements(), step.digests(),
                        step.content(), "", "(erased)", Optional.empty(), step.at()),
                new ApprovalSeal(Optional.empty(), whole.seal().personal(), whole.seal().previous(), whole.seal().hash()),
                Optional.of("e".repeat(32))));
        add(chain, "WITHDRAWN", "ben", Optional.of("ann"));
        add(chain, "APPROVED", "ann", Optional.empty(), ApprovalStep::confirmed);
        return chain;
    }

    private static void add(List<SealedApprovalStep> chain, String word, String actor, Optional<String> onBehalfOf) {
        add(chain, word, actor, onBehalfOf, UnaryOperator.identity());
    }

    private static void add(List<SealedApprovalStep> chain, String word, String actor, Optional<String> onBehalfOf,
            UnaryOperator<ApprovalStep> change) {
        boolean isWithdrawal = word.equals("WITHDRAWN");
        ApprovalStep step = change
                .apply(new ApprovalStep(10200, 10000, chain.size() + 1, word, List.of("decision/legal", "decision@10000/qa"),
                        isWithdrawal ? Map.of() : CONTENT.digests(), isWithdrawal ? "" : CONTENT.digest(),
                        GoldenHtml.HOSTILE + "\n\\ \uD83D\uDEA7", actor, onBehalfOf, NOON));
        String previous = chain.isEmpty() ? "" : chain.get(chain.size() - 1).seal().hash();
        chain.add(new SealedApprovalStep(step, ApprovalSeal.on(step, "0123456789abcdef".repeat(2), previous), Optional.empty()));
    }
}
