package org.decisiongates.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.decisiongates.audit.ChainReport.Broken;
import org.decisiongates.audit.ChainReport.Fault;

/**
 * Compares a part of a chain with the journal, up to the first link that is broken: a constant number of statements, whatever its length.
 */
public final class ChainVerifier {

    /** An entry is sealed within minutes; one that was sealed later may have been written later than it says. */
    static final Duration LATE = Duration.ofHours(1);

    private final GateSeals seals;
    private final Erasures erasures;

    public ChainVerifier(GateSeals seals, Erasures erasures) {
        this.seals = seals;
        this.erasures = erasures;
    }

    /**
     * Verifies links behind a position.
     *
     * @param after 0 for the first link
     * @param limit how many links, 1 to {@link GateSeals#MAX_ROWS} - 1
     */
    public ChainReport verify(SealChain chain, long after, int limit) {
        List<GateSeal> found = seals.after(chain, Math.max(0, after - 1), after == 0 ? limit : limit + 1);
        Optional<GateSeal> before = found.stream().findFirst().filter(first -> after > 0);
        List<GateSeal> links = before.isPresent() ? found.subList(1, found.size()) : found;
        Pass pass = new Pass(chain, after, before, links);
        if (after > 0 && before.flatMap(one -> boxed(one.position(chain))).filter(Long.valueOf(after)::equals).isEmpty()) {
            return pass.broken(after, found.isEmpty() ? Fault.CUT_OFF : Fault.SEAL_MISSING, Optional.empty());
        }
        return pass.run(limit);
    }

    /** Whether the chain still has a link that was kept elsewhere: one statement. */
    public Optional<Broken> compare(SealChain chain, long position, String hash) {
        List<GateSeal> there = seals.after(chain, position - 1, 1);
        if (there.isEmpty()) {
            return Optional.of(new Broken(position, Fault.CUT_OFF, Optional.empty()));
        }
        GateSeal link = there.get(0);
        if (!link.position(chain).equals(OptionalLong.of(position))) {
            return Optional.of(new Broken(position, Fault.SEAL_MISSING, Optional.empty()));
        }
        return ChainHead.of(chain, position, link).hash().equals(hash) ? Optional.empty()
                : Optional.of(new Broken(position, Fault.CHANGED, Optional.of(link.eventId())));
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    /** One part of a chain, with everything that its links refer to. */
    private final class Pass {

        private final SealChain chain;
        private final long start;
        private final List<GateSeal> links;
        private final Map<Long, RecordedEntry> rows;
        private final Map<String, GateSeal> known = new HashMap<>();
        private final Map<String, Erasure> named;
        private final List<Long> late = new ArrayList<>();
        private final Map<String, Erasure> met = new LinkedHashMap<>();
        private int checked;

        Pass(SealChain chain, long start, Optional<GateSeal> before, List<GateSeal> links) {
            this.chain = chain;
            this.start = start;
            this.links = links;
            rows = links.isEmpty() ? Map.of() : seals.rows(links.stream().map(GateSeal::eventId).toList());
            Stream.concat(before.stream(), links.stream()).forEach(seal -> {
                known.put(seal.issueLink(), seal);
                known.put(seal.projectLink(), seal);
            });
            addPredecessors();
            List<String> erased = rows.values().stream().flatMap(row -> row.erasure().stream()).distinct().toList();
            named = erased.isEmpty() ? Map.of() : erasures.named(erased);
        }

        /** In the other chain; those of this chain are the links themselves. */
        private void addPredecessors() {
            boolean isProject = chain.kind() == SealChain.Kind.PROJECT;
            List<String> wanted = links.stream().filter(seal -> rows.containsKey(seal.eventId())).flatMap(seal -> {
                RecordedEntry row = rows.get(seal.eventId());
                return (isProject ? previous(row.chain(), seal.issueLink())
                        : previous(SealChain.ofProject(row.projectId()), seal.projectLink())).stream();
            }).filter(link -> !known.containsKey(link)).distinct().toList();
            if (!wanted.isEmpty()) {
                known.putAll(isProject ? seals.atIssueLinks(wanted) : seals.atProjectLinks(wanted));
            }
        }

        ChainReport run(int limit) {
            long position = start;
            for (GateSeal seal : links) {
                position++;
                Optional<Fault> fault = fault(seal, position);
                if (fault.isPresent()) {
                    return broken(position, fault.get(), Optional.of(seal.eventId()));
                }
                checked++;
            }
            if (links.size() == limit) {
                return new ChainReport(checked, Optional.empty(), late, List.copyOf(met.values()), Optional.of(position), Optional.empty(),
                        0);
            }
            GateSeals.Counts counts = seals.counts(chain);
            long unsealed = Math.max(0, counts.entries() - counts.seals());
            Optional<GateSeal> strayed = unsealed == 0 ? Optional.empty()
                    : seals.onNewestEntries(chain, GateSeals.MAX_ROWS).stream().filter(seal -> seal.position(chain).isEmpty()).findFirst();
            return strayed.isPresent() ? broken(position + 1, Fault.CHANGED, Optional.of(strayed.get().eventId()))
                    : new ChainReport(checked, Optional.empty(), late, List.copyOf(met.values()), Optional.empty(), head(position),
                            unsealed);
        }

        ChainReport broken(long position, Fault fault, Optional<Long> sequence) {
            return new ChainReport(checked, Optional.of(new Broken(position, fault, sequence)), late, List.copyOf(met.values()),
                    Optional.empty(), Optional.empty(), 0);
        }

        private Optional<ChainHead> head(long position) {
            return Optional.ofNullable(known.get(chain.link(position))).map(seal -> ChainHead.of(chain, position, seal));
        }

        private Optional<Fault> fault(GateSeal seal, long position) {
            if (!seal.position(chain).equals(OptionalLong.of(position))) {
                return Optional.of(Fault.SEAL_MISSING);
            }
            RecordedEntry row = rows.get(seal.eventId());
            if (row == null) {
                return Optional.of(Fault.ENTRY_MISSING);
            }
            SealChain project = SealChain.ofProject(row.projectId());
            if (row.chain().position(seal.issueLink()).isEmpty() || project.position(seal.projectLink()).isEmpty()) {
                return Optional.of(Fault.CHANGED);
            }
            Optional<String> before = previous(row.chain(), seal.issueLink());
            Optional<String> beforeInProject = previous(project, seal.projectLink());
            if (Stream.concat(before.stream(), beforeInProject.stream()).anyMatch(link -> !known.containsKey(link))) {
                return Optional.of(Fault.SEAL_MISSING);
            }
            if (!row.actorFits()
                    || !seal.equals(GateSeal.on(row, before.map(known::get), beforeInProject.map(known::get), seal.at()))) {
                return Optional.of(Fault.CHANGED);
            }
            if (row.at().plus(LATE).isBefore(seal.at())) {
                late.add(position);
            }
            return erasureFault(row);
        }

        private Optional<Fault> erasureFault(RecordedEntry row) {
            Optional<Erasure> erasure = row.erasure().map(named::get);
            erasure.ifPresent(one -> met.put(one.key(), one));
            return row.erasure().isPresent() && erasure.filter(Erasure::isSound).isEmpty() ? Optional.of(Fault.ERASURE_MISSING)
                    : Optional.empty();
        }

        /** The place before, unless this one is the first or no place of the chain. */
        private static Optional<String> previous(SealChain chain, String link) {
            return boxed(chain.position(link)).filter(position -> position > 1).map(position -> chain.link(position - 1));
        }
    }
}
