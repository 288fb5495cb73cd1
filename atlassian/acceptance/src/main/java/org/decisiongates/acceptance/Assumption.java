package org.decisiongates.acceptance;

/**
 * What the app assumes of the products without proof from one of them. Ids are printed and stay; {@code A1} to {@code A24} are rows of
 * the audit.
 */
enum Assumption {
    A1("what is stored is found again, in order and page by page, on this database"),
    A2("changes of issues reach the app when they are committed, not only by the five-minute comparison with Jira's history"),
    A3("anonymous readers and people without a licence reach the app's public pages, and nothing else"),
    A4("searches end at 10 000 results, and the app never asks beyond"),
    A5("the page of a project shows the week with what Jira hands to a panel"),
    A6("templates of the app show their rows: nothing they call is blocked"),
    A7("whoever is not logged in or not allowed is answered 401 or 403, not 500"),
    A8("set-up at the start of the app creates its workflows"),
    A9("enabling a project puts the app's fields on its create screen"),
    A10("the journal keeps a refusal whatever becomes of the transaction it happened in"),
    A11("the history of a user picker names the user by key or by name, and the app shows the right person"),
    A12("the history of a renamed field is still read as that field's"),
    A13("the macro browser opens without a documentation address"),
    A14("a change counts once, however often Jira tells of it"),
    A15("the app's own beans are found: its resources answer"),
    A16("a request that changes something is refused without a token or the header that replaces it"),
    A17("Confluence asks Jira in the name of whoever reads the page"),
    A18("the Create dialog of Confluence offers the app's two pages"),
    A19("issues that are no Decision and no Blocker show no panel of the app"),
    A20("Jira supports the database it runs on"),
    A21("the app reads JSON with the parser it brought, not with the product's"),
    A22("nobody is shown what another reader of the same page may see"),
    A23("reading changes slice by slice finds each of them once"),
    A24("every module of the app is enabled");

    private final String claim;

    Assumption(String claim) {
        this.claim = claim;
    }

    /** What should be true, as a clause. */
    String claim() {
        return claim;
    }
}
