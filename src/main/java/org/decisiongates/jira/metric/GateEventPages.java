package org.decisiongates.jira.metric;

import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.decisiongates.time.Period;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.Journal;

/** All gates of a time in the order of time, read a page at a time. */
final class GateEventPages implements Iterator<GateEvent> {

    private static final int PAGE = 5_000;

    private final Journal journal;
    private final Collection<Long> projects;
    private final Instant until;
    private Instant from;
    private long taken;
    private boolean last;
    private Iterator<Journal.Entry> page = List.<Journal.Entry>of().iterator();

    GateEventPages(Journal journal, Collection<Long> projects, Period period) {
        this.journal = journal;
        this.projects = projects;
        this.from = period.from();
        this.until = period.until();
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !last) {
            List<Journal.Entry> entries = journal.ofProjects(projects, from, until, PAGE);
            // a page begins with the moment the last one ended with: a part of that moment is known already
            List<Journal.Entry> fresh = entries.stream().filter(entry -> entry.event().at().isAfter(from) || entry.sequence() > taken)
                    .toList();
            last = entries.size() < PAGE || fresh.isEmpty();
            page = fresh.iterator();
        }
        return page.hasNext();
    }

    @Override
    public GateEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Journal.Entry entry = page.next();
        from = entry.event().at();
        taken = entry.sequence();
        return entry.event();
    }
}
