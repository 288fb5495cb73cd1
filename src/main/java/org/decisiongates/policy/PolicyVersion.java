package org.decisiongates.policy;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of which policy a gate belongs to; the journal stores it, so that an old entry is read by the rules of its day.
 *
 * @param scope   where the policy is in force: a project may have one of the same key as all projects
 * @param key     the policy's key
 * @param version 1 for the first version that was stored
 */
public record PolicyVersion(Scope scope, String key, int version) {

    /** The policy of gates whose rules are written directly into a workflow. The workflow itself has no versions. */
    public static final PolicyVersion OF_THE_WORKFLOW = new PolicyVersion("workflow", 0);

    private static final char OF_PROJECT = '@';
    private static final Pattern RECORDED = Pattern.compile("(.*)@(0|[1-9][0-9]{0,17})", Pattern.DOTALL);

    public PolicyVersion {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(key, "key");
    }

    /** A version of a policy of all projects. */
    public PolicyVersion(String key, int version) {
        this(Scope.GLOBAL, key, version);
    }

    /** The version that the journal stores by these; any text is a key. */
    public static PolicyVersion recorded(String journalKey, int version) {
        Matcher ofProject = RECORDED.matcher(journalKey);
        return ofProject.matches() ? new PolicyVersion(Scope.of(Long.parseLong(ofProject.group(2))), ofProject.group(1), version)
                : new PolicyVersion(journalKey, version);
    }

    /** The key as the journal stores it: {@code decision}, and {@code decision@10000} for the policy of a project. */
    public String journalKey() {
        return scope.isGlobal() ? key : key + OF_PROJECT + scope.project().getAsLong();
    }
}
