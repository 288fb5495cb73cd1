package org.decisiongates.jira.health;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;

/** Says what a job does, in the language of whoever reads it. */
@JiraComponent
class JobNames {

    private static final String TEXTS = "decision-gates.jira.health.job.name.";

    private final JiraTexts texts;

    JobNames(JiraTexts texts) {
        this.texts = texts;
    }

    /** @param job its name in Jira's scheduler, which stands for one that has no other */
    String of(String job) {
        return texts.textIfAny(TEXTS + job).orElse(job);
    }
}
