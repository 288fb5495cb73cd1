package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;

import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.Finding;

public class HasEscalationPathTest {

    private static final String KEY = "decision-gates.rule.has-escalation-path.";
    private static final Field FIELD = new Field("description");
    private static final Field PEOPLE = new Field("customfield_10400");
    private static final Person OWNER = new Person("owner", "Olivia Owner", true, true);
    private static final Person ANN = new Person("ann", "Ann", true, true);

    private final HasEscalationPath rule = new HasEscalationPath(FIELD, "Escalation", Optional.empty(), Field.OWNER, 2);
    private final HasEscalationPath ofPeople = new HasEscalationPath(FIELD, "", Optional.of(PEOPLE), Field.OWNER, 2);

    @Test
    public void readsTheStepsBelowTheHeadingOnly() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(Field.OWNER, OWNER);

        assertSays(rule, issue.with(FIELD, "Refunds are late\nEscalation:\n# Team lead\n# Head of payments\nh2. Notes\nOlivia Owner"));
        assertSays(rule, issue.with(FIELD, "Team lead\nHead of payments"), Finding.on(FIELD, KEY + "missing"));
        assertSays(rule, issue.with(FIELD, "Escalation:\nTeam lead\nTBD"), Finding.on(FIELD, KEY + "too-few", "2", "1"));
        assertSays(rule, issue.with(FIELD, "Escalation:\nTeam lead\nback to olivia owner"),
                Finding.on(FIELD, KEY + "ends-with-owner", "Olivia Owner"));
    }

    @Test
    public void wantsEverybodyActiveAndOneBesideTheOwner() {
        IssueSnapshot issue = IssueSnapshot.EMPTY.with(Field.OWNER, OWNER);

        assertSays(ofPeople, issue.with(PEOPLE, ANN, OWNER));
        assertSays(ofPeople, issue, Finding.on(PEOPLE, KEY + "missing"));
        assertSays(ofPeople, issue.with(PEOPLE, ANN), Finding.on(PEOPLE, KEY + "too-few", "2", "1"));
        assertSays(ofPeople, issue.with(PEOPLE, ANN, new Person("z", "Zoe", false, false), new Person("b", "Bob", false, false)),
                Finding.on(PEOPLE, KEY + "inactive", "Bob, Zoe"));
    }
}
