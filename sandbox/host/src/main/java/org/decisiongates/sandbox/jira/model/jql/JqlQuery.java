package org.decisiongates.sandbox.jira.model.jql;

import java.util.List;
import java.util.Optional;

/** A query as typed: what to find, in which order. */
public record JqlQuery(Optional<Clause> where, List<Sort> order) {
}
