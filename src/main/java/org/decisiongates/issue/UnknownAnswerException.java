package org.decisiongates.issue;

/** Says that a field to be answered with yes or no holds neither: its options were renamed, or it is another field than was meant. */
public final class UnknownAnswerException extends RuntimeException {

    private final transient Field field;
    private final String answer;

    UnknownAnswerException(Field field, String answer) {
        super("field " + field.id() + " holds " + answer);
        this.field = field;
        this.answer = answer;
    }

    public Field field() {
        return field;
    }

    /** What it holds, as people read it. */
    public String answer() {
        return answer;
    }
}
