package org.decisiongates.confluence.summary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.decisiongates.confluence.link.JiraEndpoint;
import org.decisiongates.confluence.link.JiraQuestion;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.summary.SummaryBatch;
import org.decisiongates.summary.SummaryJson;
import org.decisiongates.summary.WeeklySummary;

/** Weekly summaries as Jira answers with them; each question of a batch is answered on its own. */
enum SummaryEndpoint implements JiraEndpoint<WeeklySummary> {
    INSTANCE;

    @Override
    public Class<WeeklySummary> type() {
        return WeeklySummary.class;
    }

    @Override
    public String resource() {
        return "/rest/decision-gates/1.0/summary";
    }

    @Override
    public WeeklySummary read(String reply) throws UnreadableJsonException {
        return SummaryJson.read(reply);
    }

    @Override
    public boolean areFewEnough(List<? extends JiraQuestion<WeeklySummary>> questions) {
        return questions.size() <= SummaryBatch.MAX_ANSWERS;
    }

    @Override
    public String address(List<? extends JiraQuestion<WeeklySummary>> questions) {
        return questions.stream().map(question -> "q=" + URLEncoder.encode(question.query(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", resource() + "/batch?", ""));
    }

    @Override
    public List<Part<WeeklySummary>> read(String reply, List<? extends JiraQuestion<WeeklySummary>> questions)
            throws UnreadableJsonException {
        return SummaryBatch.read(reply).stream().map(answer -> new Part<>(answer.status(), answer.summary())).toList();
    }
}
