package org.decisiongates.policy;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.anItem;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.sun.management.ThreadMXBean;

import org.decisiongates.fixture.IssueViews;
import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;
import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.Reference;

/**
 * Evaluates a gate of four rules a hundred times and prints how many of these passed and how many bytes they took together: of an issue
 * that meets every rule, and of one that nobody owns.
 */
final class EvaluationBytes {

    static final int TIMES = 100;

    private EvaluationBytes() {
    }

    public static void main(String[] arguments) {
        Gate gate = IssueViews.gateOfTheItem();
        IssueView complete = new Frozen(anItem());
        IssueView ownerless = new Frozen(anItem().ownedByNobody());
        // what a first evaluation loads is not what every evaluation takes
        bytes(gate, complete);
        bytes(gate, ownerless);
        System.out.println("passing " + passed(gate, complete) + " " + bytes(gate, complete));
        System.out.println("refusing " + (TIMES - passed(gate, ownerless)) + " " + bytes(gate, ownerless));
    }

    private static long bytes(Gate gate, IssueView issue) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        passed(gate, issue);
        return threads.getThreadAllocatedBytes(id) - before;
    }

    private static int passed(Gate gate, IssueView issue) {
        int passed = 0;
        for (int i = 0; i < TIMES; i++) {
            passed += Evaluator.evaluate(gate, issue, NOW).status() == RuleResult.Status.PASSED ? 1 : 0;
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
        public String type() {
            throw new AssertionError("no rule asks for this");
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
        public Optional<String> nameOf(Reference reference) {
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
        public boolean maySee(String userKey) {
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
        public List<IssueApproval> approvals() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public ApprovedScope approvedScope() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<FollowUp> followUps() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<IssueThread> threads() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<IssueDispute> disputes() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public IssueRecords records() {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public Optional<Person> personWithKey(String userKey) {
            throw new AssertionError("no rule asks for this");
        }

        @Override
        public List<IssueAttachment> attachments() {
            throw new AssertionError("no rule asks for this");
        }
    }
}
