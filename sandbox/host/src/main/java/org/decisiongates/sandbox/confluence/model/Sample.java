package org.decisiongates.sandbox.confluence.model;

import java.util.Optional;

import org.decisiongates.sandbox.host.SamplePerson;

/** The people, spaces and pages an empty Confluence process starts with. A password is the user's name. */
public final class Sample {

    private static final String LEADS = "storefront-leads";
    private static final String EDITORS = "storefront-team";
    private static final String MACRO = """
            <ac:structured-macro ac:name="decision-weekly-summary" ac:schema-version="1" ac:macro-id="5f0c8a52-6b1e-4b7e-9d3a-0a4f1d9f7c21">\
            <ac:parameter ac:name="project">SHOP</ac:parameter></ac:structured-macro>""";
    private static final String AT_A_GLANCE = """
            <ac:structured-macro ac:name="decision-weekly-summary" ac:schema-version="1" ac:macro-id="0d1b8a30-94c5-4a4e-8f7b-6f1d2b7c5e42">\
            <ac:parameter ac:name="project">SHOP</ac:parameter><ac:parameter ac:name="mode">executive</ac:parameter></ac:structured-macro>""";
    private static final String APPROVALS = """
            <ac:structured-macro ac:name="decision-approvals" ac:schema-version="1" ac:macro-id="7c2e9d14-3f0a-4c6b-8e55-1b9a0d6c4f33">\
            <ac:parameter ac:name="issues">PAY-1, PAY-2, PAY-4, SHOP-3</ac:parameter></ac:structured-macro>""";

    private final Wiki wiki;

    public Sample(Wiki wiki) {
        this.wiki = wiki;
    }

    /** Fills an empty database; leaves any other alone. */
    public void fill() throws Refused {
        if (!wiki.people().isEmpty()) {
            return;
        }
        People people = wiki.people();
        String admin = people.add("admin", "Administrator", "admin", true, People.USERS, People.ADMINISTRATORS);
        String lead = add(SamplePerson.LEAD, true, People.USERS, EDITORS, LEADS);
        add(SamplePerson.OWNER, true, People.USERS, EDITORS);
        add(SamplePerson.STAKEHOLDER, true, People.USERS, EDITORS);
        add(SamplePerson.READER, true, People.USERS);
        add(SamplePerson.AUDITOR, true, People.USERS);
        add(SamplePerson.OUTSIDER, true, People.USERS);
        add(SamplePerson.VISITOR, true, People.USERS);
        add(SamplePerson.UNLICENSED, true);
        add(SamplePerson.FORMER, false, People.USERS, EDITORS);
        storefront(lead);
        operations(admin);
    }

    private String add(SamplePerson person, boolean active, String... groups) {
        return wiki.people().add(person.userName(), person.displayName(), person.userName(), active, groups);
    }

    private void storefront(String author) throws Refused {
        Space space = space("SHOP", "Storefront", "Decisions, blockers and the week of the storefront team");
        long home = wiki.pages().create(space, Optional.empty(), "Storefront Home", """
                <p>The storefront team decides in Jira and reads here.</p>
                <ac:structured-macro ac:name="info" ac:schema-version="1"><ac:rich-text-body><p>The week on one screen: \
                <ac:link><ri:page ri:content-title="The week at a glance" /></ac:link>.</p></ac:rich-text-body></ac:structured-macro>
                <h2>How we work</h2>
                <ul><li>A blocker has an owner, a due date and a fallback before anybody starts on it.</li>
                <li>A decision has acceptance criteria before it is decided.</li>
                <li>Every Monday we read the summary together and leave with owners, not with opinions.</li></ul>
                <h2>Pages</h2>
                <p><ac:link><ri:page ri:content-title="Weekly decision summary" /></ac:link> &middot; \
                <ac:link><ri:page ri:content-title="Working agreement" /></ac:link></p>""", author);
        wiki.spaces().setHomePage(space.id(), home);
        wiki.pages().create(space, Optional.of(home), "Weekly decision summary", """
                <p>Open blockers and open decisions of the storefront, live from Jira. Overdue blockers come first, and decisions that nobody owns.</p>
                """ + MACRO, author);
        wiki.pages().create(space, Optional.of(home), "The week at a glance", AT_A_GLANCE, author);
        wiki.pages().create(space, Optional.of(home), "Approvals of the launch", """
                <p>Who approved what, and whether it still counts, live from Jira.</p>
                """ + APPROVALS, author);
        wiki.pages().create(space, Optional.of(home), "Working agreement", """
                <ac:structured-macro ac:name="toc" ac:schema-version="1" />
                <h2>Owners</h2><p>One person answers for each decision. A team is not an owner.</p>
                <h2>Due dates</h2><p>A date that has passed is discussed, not moved silently.</p>
                <table><tbody><tr><th>Item</th><th>Needs before it moves</th><th>State</th></tr>
                <tr><td>Decision</td><td>owner, due date, acceptance criteria</td><td><ac:structured-macro ac:name="status" \
                ac:schema-version="1"><ac:parameter ac:name="colour">Green</ac:parameter><ac:parameter ac:name="title">agreed</ac:parameter>\
                </ac:structured-macro></td></tr>
                <tr><td>Blocker</td><td>owner, due date, fallback plan</td><td><ac:structured-macro ac:name="status" \
                ac:schema-version="1"><ac:parameter ac:name="colour">Green</ac:parameter><ac:parameter ac:name="title">agreed</ac:parameter>\
                </ac:structured-macro></td></tr></tbody></table>
                <h2>Fallbacks</h2>
                <ac:structured-macro ac:name="note" ac:schema-version="1"><ac:rich-text-body><p>&ldquo;We will see&rdquo; is not a fallback.</p>\
                </ac:rich-text-body></ac:structured-macro>""", author);
    }

    private void operations(String author) throws Refused {
        Space space = space("OPS", "Operations", "Runbooks and rotas");
        long home = wiki.pages().create(space, Optional.empty(), "Operations Home",
                "<p>Runbooks and rotas. Everybody may read this space.</p>", author);
        wiki.spaces().setHomePage(space.id(), home);
        wiki.spaces().grantEverybody(space.id(), Permission.VIEW);
    }

    private Space space(String key, String name, String description) {
        long id = wiki.spaces().add(key, name, description);
        wiki.spaces().grantGroup(id, Permission.VIEW, People.USERS);
        wiki.spaces().grantGroup(id, Permission.EDIT, EDITORS);
        wiki.spaces().grantGroup(id, Permission.ADMIN, LEADS);
        return wiki.spaces().find(key).orElseThrow();
    }
}
