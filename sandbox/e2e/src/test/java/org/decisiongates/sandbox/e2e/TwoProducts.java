package org.decisiongates.sandbox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Jira and Confluence joined by an application link, with the sample data; started once for all browser tests of a run. */
final class TwoProducts {

    private static TwoProducts running;

    final RunningProduct jira;
    final RunningProduct confluence;

    private TwoProducts() {
        Path home = emptied(Path.of(System.getProperty("sandbox.homes")));
        int jiraPort = RunningProduct.freePort();
        int confluencePort = RunningProduct.freePort();
        jira = new RunningProduct("jira", jiraPort, confluencePort, home.resolve("jira"));
        confluence = new RunningProduct("confluence", confluencePort, jiraPort, home.resolve("confluence"));
    }

    static synchronized TwoProducts running() {
        if (running == null) {
            TwoProducts both = new TwoProducts();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                both.jira.close();
                both.confluence.close();
            }));
            both.jira.start();
            both.confluence.start();
            running = both;
        }
        return running;
    }

    private static Path emptied(Path folder) {
        if (!Files.exists(folder)) {
            return folder;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
