package org.decisiongates.page.view;

/** One question of the weekly review with its answer and the numbers behind it. */
public final class TileView {

    private final String question;
    private final MarkView answer;
    private final String numbers;

    public TileView(String question, MarkView answer, String numbers) {
        this.question = question;
        this.answer = answer;
        this.numbers = numbers;
    }

    public String getQuestion() {
        return question;
    }

    public MarkView getAnswer() {
        return answer;
    }

    public String getNumbers() {
        return numbers;
    }
}
