package org.decisiongates.page.view;

import java.util.List;

/** The issues behind a number, folded away until somebody asks. */
public final class WhyView {

    private final String question;
    private final String answer;
    private final List<LinkView> issues;

    public WhyView(String question, String answer, List<LinkView> issues) {
        this.question = question;
        this.answer = answer;
        this.issues = List.copyOf(issues);
    }

    public String getQuestion() {
        return question;
    }

    public String getAnswer() {
        return answer;
    }

    public List<LinkView> getIssues() {
        return issues;
    }
}
