package org.decisiongates.policy;

/** Says that a policy was changed meanwhile: the version to be stored is not the next one. */
public final class StalePolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StalePolicyException(PolicyVersion version) {
        super("version " + version.version() + " of the policy " + version.journalKey() + " is not the next one");
    }
}
