package org.decisiongates.audit;

/** What names people, in the order in which they are taken out of it. Stored by name. */
public enum ErasurePart {
    /** Entries of the journal of gates: who acted. */
    GATES,
    /** Entries of the journal of changes: who acted, owners, and records as they were. */
    CHANGES,
    /** Rows of records: who answers for them, and their texts. */
    RECORDS,
    /** Impact lines: what the number is called. */
    IMPACT_LINES,
    /** Steps of waivers: who took them, and why. */
    WAIVERS,
    /** Steps of feedback threads: who took them, and what was written. */
    THREADS,
    /** Steps of approvals: who took them, for whom, and what was said. */
    APPROVALS,
    /** What was approved: the texts of issues as they were. */
    APPROVED_CONTENT,
    /** Versions of policies: who made them, why, and the people in their cases. */
    POLICIES,
    /** Closed weeks: owners, who settled or reopened, and texts of issues. */
    WEEKS,
    /** Background tasks of the last week: who started them, and what came of them. */
    TASKS,
    /** Digests: who gets the week of a project by e-mail. */
    DIGESTS,
    /** Delegations of approvals: who stands in for whom. */
    DELEGATIONS,
    /** E-mails about feedback that are still to be made: who gets them. */
    NOTIFICATIONS,
    /** Reminders of approvals: who got them, and who asked for that. */
    APPROVAL_REMINDERS,
    /** What people have chosen about e-mails. */
    NOTIFICATION_CHOICES,
    /** Settings of projects: who chose them last. */
    SETTINGS
}
