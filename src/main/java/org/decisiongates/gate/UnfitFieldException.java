package org.decisiongates.gate;

/** Says that a field holds something else than what a rule reads from it, such as a text where a person is asked for. */
public final class UnfitFieldException extends RuntimeException {

    private final transient Field field;

    public UnfitFieldException(Field field, String found) {
        super("field " + field.id() + " holds " + found);
        this.field = field;
    }

    Field field() {
        return field;
    }
}
