package org.decisiongates.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Who stands in for whom. Days are in the zone of projects. */
public interface Delegations {

    /** How many delegations an approver may have that are not over. */
    int MAX_OF_APPROVER = 20;
    /** For how many delegations somebody may stand in that are not over. */
    int MAX_OF_DELEGATE = 200;

    /** Delegations to somebody that are not over before {@code day}, those that are yet to begin among them: one statement. */
    List<Delegation> to(String userKey, LocalDate day);

    /** The same of those that somebody made. */
    List<Delegation> by(String userKey, LocalDate day);

    /** The same of those that any of these people (at most 1 000) made: one statement, and none for nobody. */
    List<Delegation> byAny(Collection<String> userKeys, LocalDate day);

    /** Stores a delegation; its id is given to it. */
    void add(Delegation delegation, Instant at);

    /** From now on nobody stands in by it. What was approved by it goes on to count. */
    void end(long id, Instant at);
}
