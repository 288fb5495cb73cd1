package org.decisiongates.sandbox.host.template;

/** A value whose getter promises that it is finished HTML. */
record SafeHtml(Object value) {

    static Object unwrap(Object value) {
        return value instanceof SafeHtml safe ? safe.value() : value;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
