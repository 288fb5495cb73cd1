package org.decisiongates.issue;

/** Says that a field holds something else than what a rule reads from it, such as a text where a person is asked for. */
public final class FieldTypeMismatchException extends RuntimeException {

    private final transient Field field;

    public FieldTypeMismatchException(Field field, String found) {
        super("field " + field.id() + " holds " + found);
        this.field = field;
    }

    public Field field() {
        return field;
    }
}
