package org.decisiongates.confluence.summary;

import java.util.Map;

import org.decisiongates.confluence.link.JiraQuestion;
import org.decisiongates.summary.WeeklySummary;

/** Questions as the macro asks them. */
public final class SampleQuestions {

    private SampleQuestions() {
    }

    /** @param parameters of the macro */
    public static JiraQuestion<WeeklySummary> of(Map<String, String> parameters) {
        return SummaryQuestion.of(parameters);
    }
}
