package org.decisiongates.sandbox.index;

/** One line of one index file, and the class whose annotation asked for it. */
record IndexLine(String file, String owner, String text) {

    static IndexLine of(String file, String owner, String type, String addition) {
        return new IndexLine(file, owner, addition.isEmpty() ? type : type + "#" + addition);
    }

    String type() {
        int hash = text.indexOf('#');
        return hash < 0 ? text : text.substring(0, hash);
    }

    /** The name written after the hash, or nothing. */
    String addition() {
        int hash = text.indexOf('#');
        return hash < 0 ? "" : text.substring(hash + 1);
    }
}
