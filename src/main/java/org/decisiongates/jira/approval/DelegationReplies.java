package org.decisiongates.jira.approval;

import java.time.LocalDate;
import java.util.List;

import com.atlassian.jira.project.Project;

import org.decisiongates.approval.Delegation;

/** What is answered about delegations; the components are the members of the JSON. */
final class DelegationReplies {

    private DelegationReplies() {
    }

    /**
     * @param made     by the caller
     * @param received those by which the caller stands in for others
     */
    record Own(List<Entry> made, List<Entry> received) {
    }

    /**
     * @param approver       user key of who is away
     * @param delegate       user key of who stands in
     * @param allProjects    whether it is for all projects
     * @param projects       keys of those that it is for, as far as the caller may browse them
     * @param hiddenProjects how many others it is for
     */
    record Entry(long id, String approver, String delegate, LocalDate first, LocalDate last, boolean allProjects, List<String> projects,
            int hiddenProjects) {

        static Entry of(Delegation one, List<Project> seen) {
            return new Entry(one.id(), one.approver(), one.delegate(), one.first(), one.last(), one.projects().isEmpty(),
                    seen.stream().map(Project::getKey).toList(), one.projects().size() - seen.size());
        }
    }
}
