package org.decisiongates.policy;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.management.ThreadMXBean;
import org.junit.Test;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.policy.rules.Rules;

/** Counts bytes, not time: the count is the same on every machine. */
public class PassingCostsNothingTest {

    private static final int TIMES = 2_000;

    @Test
    public void allocatesNoByteForAnItemThatMeetsEveryRule() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue("this Java counts bytes", threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled());
        Gate gate = Gate.of(Rules.all().stream().map(ConfiguredRule::of).collect(Collectors.toList()));
        IssueView item = new Frozen(anItem());
        long passed = examine(gate, item);
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        passed += examine(gate, item);
        long after = threads.getThreadAllocatedBytes(id);
        // asking for the count may itself cost a few bytes, once
        assertEquals(0, (after - before) / TIMES);
        assertEquals(2 * TIMES, passed);
    }

    @Test
    public void allocatesLittleForARefusal() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue("this Java counts bytes", threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled());
        Gate gate = Gate.of(Rules.all().stream().map(ConfiguredRule::of).collect(Collectors.toList()));
        IssueView item = new Frozen(anItem().ownedByNobody());
        examine(gate, item);
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        examine(gate, item);
        long bytes = (threads.getThreadAllocatedBytes(id) - before) / TIMES;
        assertTrue(bytes + " bytes", bytes > 0 && bytes <= 256);
    }

    private static long examine(Gate gate, IssueView item) {
        long passed = 0;
        for (int i = 0; i < TIMES; i++) {
            passed += Evaluator.evaluate(gate, item, NOW).status() == RuleResult.Status.PASSED ? 1 : 0;
        }
        return passed;
    }

    /** An item that answers from what it already has, so that the gate's own cost is what is counted. */
    private record Frozen(Optional<Person> owner, Optional<LocalDate> due, String criteria, String plan)
            implements IssueView {

        Frozen(IssueView item) {
            this(item.person(Field.OWNER), item.date(Field.DUE_DATE), item.text(Field.ACCEPTANCE_CRITERIA), item.text(Field.FALLBACK));
        }

        @Override
        public boolean has(Field field) {
            return true;
        }

        @Override
        public Optional<Person> person(Field field) {
            return owner;
        }

        @Override
        public Optional<LocalDate> date(Field field) {
            return due;
        }

        @Override
        public String text(Field field) {
            return field.equals(Field.FALLBACK) ? plan : criteria;
        }

        @Override
        public IssueStatus status() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public boolean isSet(Field field) {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<Person> people(Field field) {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public Optional<Instant> moment(Field field) {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public Optional<BigDecimal> number(Field field) {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<Choice> choices(Field field) {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<ProjectVersion> versions(Field field) {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public boolean isInGroup(String userKey, String group) {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public boolean isInRole(String userKey, String role) {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<LinkedIssue> links() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public Set<String> phasesVisited() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<IssueComment> comments() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<IssueAttachment> attachments() {
            throw new AssertionError("no rule asks for this");
        }
    }
}
