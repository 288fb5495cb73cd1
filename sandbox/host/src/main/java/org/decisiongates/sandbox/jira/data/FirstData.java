package org.decisiongates.sandbox.jira.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

import kong.unirest.core.HttpResponse;
import kong.unirest.core.UnirestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.PlayedClock;
import org.decisiongates.sandbox.host.RestClient;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Fills Jira at its first start: with the export that was asked for, else with the sample. */
public final class FirstData {

    private static final Logger LOG = LoggerFactory.getLogger(FirstData.class);
    /** A day of the week in which the sample plays; loading moves that week to the one of today. */
    private static final LocalDate SAMPLE_DAY = LocalDate.of(2026, 11, 20);

    private static final String SAMPLE = "sample-issues";

    private final Box box;
    private final SandboxJira jira;

    public FirstData(Box box, SandboxJira jira) {
        this.box = box;
        this.jira = jira;
    }

    public void load() {
        Optional<Path> export = box.options().data();
        if (export.isPresent()) {
            jira.once("data",
                    () -> note("import.report",
                            new SearchExport(jira, () -> Files.newInputStream(export.get()), SampleTime.days(0)).load()));
        } else if (box.options().sample()) {
            try {
                jira.once(SAMPLE, this::sample);
            } finally {
                PastWeeks.of(box.options().clock()).ifPresent(PlayedClock::arrive);
            }
        }
    }

    private void sample() {
        for (String[] task : new String[][] {{"OPS", "Rotate the certificates of the payment gateway", "owner"},
                {"OPS", "Rehearse the rollback of the catalogue import", "lead"}, {"RISK", "A supplier may miss the promotion", "lead"}}) {
            jira.issues().create("admin", new IssueInput().set("project", String.valueOf(jira.projects().byKey(task[0]).orElseThrow().id()))
                    .set("issuetype", jira.issueTypes().byName("Task").orElseThrow().id()).set("summary", task[1])
                    .set("assignee", task[2]));
        }
        if (enable("SHOP")) {
            SampleRequests requests = new SampleRequests(box.baseUrl());
            SampleLife life = new SampleLife(box, jira, requests);
            Optional<PlayedClock> played = PastWeeks.of(box.options().clock());
            SearchExport export = new SearchExport(jira, () -> FirstData.class.getResourceAsStream("/sample/storefront.json"),
                    SampleTime.endingNow(SAMPLE_DAY, played.map(PlayedClock::present).orElse(jira.clock())));
            if (played.isPresent()) {
                PaymentsStory payments = new PaymentsStory(jira, played.get(), requests);
                new PastWeeks(box, played.get(), export, life, payments, () -> enable("SHOP")).play();
                note("sample.report", export.loadUntil(jira.clock().instant()));
                life.replan();
                payments.live();
            } else {
                note("sample.report", export.load());
                life.estimateLastWeek();
            }
            life.live();
            // once more, as after any import: the app then reads the history of what came
            enable("SHOP");
        }
    }

    /** Whether the sample has come, or is just coming. */
    static boolean hasSample(SandboxJira jira) {
        return jira.note(SAMPLE).isPresent();
    }

    private void note(String name, ImportReport report) {
        String text = report.toString();
        jira.note(name, text);
        LOG.info("{}", text);
    }

    /** Enables the project as an administrator would, through the app's own REST. */
    private boolean enable(String project) {
        try {
            HttpResponse<String> answer = RestClient.at(box.baseUrl()).post("/rest/decision-gates/1.0/projects/" + project + "/enable")
                    .basicAuth("admin", "admin").header("X-Atlassian-Token", "no-check").header("Content-Type", "application/json")
                    .body("{}").asString();
            if (answer.isSuccess()) {
                return true;
            }
            LOG.warn("The sample of {} is not loaded: enabling the project was answered {} {}", project, answer.getStatus(),
                    answer.getBody());
        } catch (UnirestException e) {
            LOG.warn("The sample of {} is not loaded: enabling the project failed", project, e);
        }
        return false;
    }

    static String resource(String path) {
        try (InputStream in = FirstData.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The sandbox lacks its resource " + path + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
