package org.decisiongates.selfcheck;

/**
 * What a class file refers to: a class, or a member of one.
 *
 * @param kind       what is referred to
 * @param owner      binary name of the class
 * @param name       name of the member; empty for the class itself
 * @param descriptor erased types of the member, as the virtual machine links it; empty for the class itself
 */
record ClassFileReference(Kind kind, String owner, String name, String descriptor) {

    /** What can be referred to. */
    public enum Kind { CLASS, FIELD, METHOD, INTERFACE_METHOD }

    @Override
    public String toString() {
        return name.isEmpty() ? owner : owner + "#" + name + (kind == Kind.FIELD ? ": " : "") + descriptor;
    }
}
