package org.decisiongates.acceptance;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What can be seen in Confluence: a page with the macro, read by its author and by somebody else. */
final class ConfluenceProbe {

    private static final String ROOT = "decision-gates-week";

    private final Product confluence;
    private final Settings settings;
    private final Findings findings;
    private final Cleanup cleanup;

    ConfluenceProbe(Product confluence, Settings settings, Findings findings, Cleanup cleanup) {
        this.confluence = confluence;
        this.settings = settings;
        this.findings = findings;
        this.cleanup = cleanup;
    }

    void run(ScratchProject project) {
        confluence.get("/rest/api/user/current").orFail();
        help();
        String page = createPage(settings.space().orElseGet(this::createSpace), project.key());
        Product.Answer view = read(confluence, page, project.decision());
        String html = view.orFail().json().path("body").path("view").path("value").asText();
        if (html.contains(project.decision())) {
            findings.holds(Assumption.A17, "the page shows " + project.decision());
            findings.that(Assumption.A6, html.contains(ROOT), "the macro's template shows its sections");
            other(page, project);
        } else if (html.contains(ROOT)) {
            findings.doesNotHold(Assumption.A17, "the page shows a week without " + project.decision() + ", which its reader may browse");
        } else {
            findings.cannotBeTold(Assumption.A17, "the macro shows no week: " + text(html));
            findings.cannotBeTold(Assumption.A22, "the macro shows no week");
        }
    }

    /** The same page for somebody else must show what Jira would show that person. */
    private void other(String page, ScratchProject project) {
        if (settings.memberToken().isEmpty() || settings.memberConfluenceToken().isEmpty() || settings.space().isEmpty()) {
            findings.cannotBeTold(Assumption.A22, "it takes --member-token, --member-confluence-token and --space");
            return;
        }
        Product jira = new Product(settings.jira(), settings.memberToken());
        boolean may = jira.get("/rest/api/2/issue/" + project.decision() + "?fields=summary").isOk();
        Product.Answer view = read(confluence.as(settings.memberConfluenceToken()), page, may ? project.decision() : ROOT);
        boolean shown = view.orFail().body().contains(project.decision());
        findings.that(Assumption.A22, may == shown, "somebody who may " + (may ? "" : "not ") + "browse " + project.decision()
                + " is " + (shown ? "" : "not ") + "shown it");
    }

    /**
     * The page as it is rendered; asked again for a while when the wanted text is not there, as a first view may come before Jira's
     * answer.
     */
    private Product.Answer read(Product reader, String page, String wanted) {
        String path = "/rest/api/content/" + page + "?expand=body.view";
        JiraProbe.within(Duration.ofSeconds(15), () -> reader.get(path).body().contains(wanted));
        return reader.get(path);
    }

    private void help() {
        Product.Answer help = confluence.as(Optional.empty()).get("/plugins/servlet/decision-gates/help");
        findings.that(Assumption.A3, help.status() < 500,
                "nobody: help page " + help.status() + (help.isOk() ? "" : ", which is right where the site lets no anonymous readers in"));
    }

    private String createSpace() {
        String key = "DG" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
        confluence.post("/rest/api/space", Map.of("key", key, "name", "Acceptance " + key)).orFail();
        cleanup.later("space " + key, () -> confluence.delete("/rest/api/space/" + key));
        return key;
    }

    private String createPage(String space, String project) {
        String storage = "<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"project\">" + project
                + "</ac:parameter></ac:structured-macro>";
        String id = confluence
                .post("/rest/api/content", Map.of("type", "page", "title", "Acceptance of " + project, "space", Map.of("key", space),
                        "body", Map.of("storage", Map.of("value", storage, "representation", "storage"))))
                .orFail().json().path("id").asText();
        cleanup.later("page " + id, () -> confluence.delete("/rest/api/content/" + id));
        return id;
    }

    private static String text(String html) {
        String words = html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return words.length() > 160 ? words.substring(0, 160) + " …" : words;
    }
}
