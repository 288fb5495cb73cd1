package org.decisiongates.summary.compose;

import java.util.Optional;

import org.decisiongates.summary.Closure;
import org.decisiongates.summary.Frame;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Reopening;
import org.decisiongates.summary.Scope;
import org.decisiongates.summary.Section;

/**
 * What a week's summary is made of, as one reader may see it.
 *
 * @param blockers  open Blockers in any order; the total is exact
 * @param decisions open Decisions in any order; the total is exact
 * @param closures  what was closed in the week, newest first
 * @param reopened  what was opened again in the week, newest first
 * @param reckoned  what follows from the journal; empty while it is not known
 */
public record Material(Scope scope, Frame frame, Section<OpenItem> blockers, Section<OpenItem> decisions, Section<Closure> closures,
                       Section<Reopening> reopened, GateTally gates, Optional<Reckoned> reckoned) {
}
