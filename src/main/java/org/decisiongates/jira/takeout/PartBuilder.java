package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.takeout.TakeOutPart;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenPerson;
import org.decisiongates.task.Tasks;

/** Spreads issues over parts, each of which is short enough to be in memory and to be stored. */
final class PartBuilder {

    private static final int LONG_PART = 1_000_000;
    private static final int MANY_ISSUES = 50;

    private final String project;
    private final Supplier<Map<String, TakenPerson>> people;
    private final Consumer<TakeOutPart> parts;
    private final List<TakenIssue> issues = new ArrayList<>();
    private long length;

    /**
     * @param people everybody whom issues of the next part name
     * @param parts  takes each part
     */
    PartBuilder(String project, Supplier<Map<String, TakenPerson>> people, Consumer<TakeOutPart> parts) {
        this.project = project;
        this.people = people;
        this.parts = parts;
    }

    /** Issues come in the order of their ids. */
    void add(TakenIssue issue) {
        int much = TakeOutPart.lengthOf(issue);
        if (much > Tasks.MAX_RESULT * 9L / 10) {
            throw new ProblemException(400, "decision-gates.takeout.issue-too-large", issue.key(), Tasks.MAX_RESULT / 1_000_000);
        }
        if (length + much > LONG_PART || issues.size() == MANY_ISSUES) {
            end();
        }
        issues.add(issue);
        length += much;
    }

    /** What was added is a part, if anything was. */
    void end() {
        if (!issues.isEmpty()) {
            parts.accept(TakeOutPart.of(project, issues, people.get(), issues.get(issues.size() - 1).id()));
            issues.clear();
            length = 0;
        }
    }
}
