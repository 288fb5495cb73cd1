package org.decisiongates.acceptance;

import java.io.PrintStream;
import java.util.Optional;

/** The program: looks at both products, prints one line for each assumption, cleans up after itself. */
public final class AcceptanceKit {

    private final Settings settings;
    private final PrintStream out;
    private final Findings findings = new Findings();

    AcceptanceKit(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) {
        Settings settings;
        try {
            settings = Settings.of(arguments, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("acceptance: " + e.getMessage() + ".");
            System.err.print(Settings.USAGE);
            System.exit(2);
            return;
        }
        System.exit(new AcceptanceKit(settings, System.out).run());
    }

    /** The exit code, as {@link Settings#USAGE} describes it. */
    int run() {
        Product jira = new Product(settings.jira(), Optional.of(settings.jiraToken()));
        Product confluence = new Product(settings.confluence(), Optional.of(settings.confluenceToken()));
        Cleanup cleanup = new Cleanup(out);
        boolean cut = false;
        try {
            JiraProbe probe = new JiraProbe(jira, settings, findings, cleanup);
            ScratchProject project = probe.run();
            new ConfluenceProbe(confluence, settings, findings, cleanup).run(project);
            probe.end(project);
        } catch (KitException e) {
            cut = true;
            out.println("The run was cut short: " + e.getMessage());
        } finally {
            cleanup.run();
        }
        Unanswerable.report(findings);
        findings.all().forEach(finding -> out.println(finding.line()));
        boolean failed = findings.all().stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.DOES_NOT_HOLD);
        return failed ? 1 : cut ? 3 : 0;
    }
}
