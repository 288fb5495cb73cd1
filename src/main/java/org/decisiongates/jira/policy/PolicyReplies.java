package org.decisiongates.jira.policy;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

import org.decisiongates.policy.PolicyRevision;

/** What the resource of policies answers. See docs/guide/openapi.yaml. */
final class PolicyReplies {

    private PolicyReplies() {
    }

    /** @param unreadable policies whose text this version of the app cannot read; their gates refuse */
    record Listed(List<Entry> policies, List<Named> unreadable) {
    }

    /** @param project the project's key; missing for a policy of all projects */
    record Entry(@JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> project, String key, String name, String issueType,
            int version, boolean locked, List<GateEntry> gates) {
    }

    record GateEntry(String key, String name, String enforcement, int rules, List<PolicyUsages.Usage> usedBy,
            List<PolicyUsages.Usage> bypassedBy) {
    }

    record Named(@JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> project, String key, int version) {
    }

    /** @param policy as {@code PolicyJson} writes it */
    record Version(Revision revision, @JsonRawValue String policy) {
    }

    record History(List<Revision> versions) {
    }

    /** @param author user key; empty for the app itself */
    record Revision(int version, boolean retired, String why, String author, String at) {

        static Revision of(PolicyRevision revision) {
            return new Revision(revision.version().version(), revision.retired(), revision.why(), revision.author(),
                    revision.at().toString());
        }
    }

    record Difference(int from, int to, List<String> changes) {
    }

    /** @param imported false when something is unknown, and for a call that only asks */
    record Imported(boolean imported, int version, List<PolicyTransfer.Unknown> unknown) {
    }

    record Saved(int version) {
    }

    /** @param task id of the background task */
    record Started(String task) {
    }
}
