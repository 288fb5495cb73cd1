package org.decisiongates.policy.rules;

import static org.decisiongates.fixture.IssueViews.anEmptyItem;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.decisiongates.policy.rules.RuleResults.assertBlocks;
import static org.decisiongates.policy.rules.RuleResults.assertCannotRun;
import static org.decisiongates.policy.rules.RuleResults.assertPasses;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.Person;
import org.decisiongates.policy.Rule;

public class HasOwnerTest {

    private static final Field ASSIGNEE = new Field("assignee");

    private final Rule rule = new HasOwner(Field.OWNER);

    @Test
    public void passesAnItemThatAnActiveAssignablePersonOwns() {
        assertPasses(rule, anItem());
        assertPasses(rule, anItem().changing(Field.OWNER));
    }

    @Test
    public void blocksAnItemNobodyOwns() {
        assertBlocks(rule, anEmptyItem(), Field.OWNER, "decision-gates.rule.has-owner.missing");
        assertBlocks(rule, anItem().ownedByNobody().changing(Field.OWNER), Field.OWNER, "decision-gates.rule.has-owner.missing");
    }

    @Test
    public void blocksAnItemWhoseOwnerHasLeft() {
        assertBlocks(rule, anItem().ownedByTheInactive("former"), Field.OWNER, "decision-gates.rule.has-owner.inactive", "former");
        assertBlocks(rule, anItem().naming(Field.OWNER, new Person("k", "former", false, false)), Field.OWNER,
                "decision-gates.rule.has-owner.inactive", "former");
    }

    @Test
    public void blocksAnItemWhoseOwnerCannotBeAssignedWorkThere() {
        assertBlocks(rule, anItem().ownedByTheUnassignable("reader"), Field.OWNER, "decision-gates.rule.has-owner.not-assignable",
                "reader");
    }

    @Test
    public void readsTheFieldItWasGiven() {
        Rule ofTheAssignee = new HasOwner(ASSIGNEE);
        assertBlocks(ofTheAssignee, anItem(), ASSIGNEE, "decision-gates.rule.has-owner.missing");
        assertPasses(ofTheAssignee, anEmptyItem().naming(ASSIGNEE, new Person("k", "lead", true, true)));
    }

    @Test
    public void cannotRunOnceTheFieldIsGone() {
        assertCannotRun(rule, anItem().without(Field.OWNER), "decision-gates.gate.error.field", "has-owner", "owner");
    }
}
