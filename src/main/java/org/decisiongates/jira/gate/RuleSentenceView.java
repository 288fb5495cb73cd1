package org.decisiongates.jira.gate;

/** One rule of a gate, said in a sentence. */
public final class RuleSentenceView {

    private final String sentence;
    private final String message;
    private final boolean faulty;

    RuleSentenceView(String sentence, String message, boolean faulty) {
        this.sentence = sentence;
        this.message = message;
        this.faulty = faulty;
    }

    public String getSentence() {
        return sentence;
    }

    /** The administrator's own words for a refusal; empty text for none. */
    public String getMessage() {
        return message;
    }

    /** Whether the rule cannot be examined and so refuses everything. */
    public boolean isFaulty() {
        return faulty;
    }
}
