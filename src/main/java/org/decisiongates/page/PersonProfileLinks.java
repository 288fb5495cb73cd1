package org.decisiongates.page;

/**
 * Where a host shows a person; each is an address, or empty for none.
 *
 * @param picture small picture, which a reader of the page may load
 * @param profile page about the person
 */
public record PersonProfileLinks(String picture, String profile) {

    public static final PersonProfileLinks NONE = new PersonProfileLinks("", "");
}
