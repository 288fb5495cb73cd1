package org.decisiongates.health;

/**
 * A file of the support zip, which an administrator sends to people outside. Every part of the app brings its own. It holds keys that the
 * app gives, numbers and times: no text that anybody typed, no name of a person, group, project, policy or workflow, and no key of an
 * issue. What has to be told apart goes by an alias.
 */
public interface SupportFile {

    /** Its name in the zip, in kebab case and without an ending. */
    String name();

    /**
     * What is in it: a record, written as JSON. Its size is bounded by what is configured, whatever the number of issues.
     *
     * @param aliases what stands for names, the same in all files of a zip
     */
    Record content(SupportAliases aliases);
}
