package org.decisiongates.approval;

import java.util.List;

/** Who stands in for whom. */
interface Delegations {

    /** Every delegation to somebody, also those that are past or yet to begin. */
    List<Delegation> to(String userKey);
}
