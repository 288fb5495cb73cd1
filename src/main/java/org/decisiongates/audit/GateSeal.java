package org.decisiongates.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.text.Sha256;

/**
 * What makes a change of an entry of the journal show: hashes over the entry and over the seals before it, in the chain of its issue and
 * in the chain of its project. It is no signature: whoever can write to the database can seal anew, from the changed entry to the newest
 * one, unless somebody kept a later hash elsewhere (ADR-0083).
 *
 * @param eventId     sequence number of the entry
 * @param issueLink   its place in the chain of its issue, or of the creations
 * @param projectLink its place in the chain of its project
 * @param at          when it was sealed, to the millisecond
 * @param hash        SHA-256, hex, over the entry, both places, the time, and the hash before it in the chain of the issue
 * @param projectHash SHA-256, hex, over {@code hash} and the project hash before it in the chain of the project
 */
public record GateSeal(long eventId, String issueLink, String projectLink, Instant at, String hash, String projectHash) {

    private static final String FORMAT = "decision-gates gate seal 1";

    /**
     * The seal on an entry.
     *
     * @param before          the newest seal of the entry's issue; empty for its first
     * @param beforeInProject the newest seal of its project
     */
    public static GateSeal on(RecordedEntry row, Optional<GateSeal> before, Optional<GateSeal> beforeInProject, Instant at) {
        SealChain project = SealChain.ofProject(row.projectId());
        String issueLink = next(row.chain(), before.map(GateSeal::issueLink));
        String projectLink = next(project, beforeInProject.map(GateSeal::projectLink));
        String hash = hash(FORMAT, String.valueOf(row.id()), issueLink, projectLink, String.valueOf(at.toEpochMilli()), row.digest(),
                before.map(GateSeal::hash).orElse(""));
        return new GateSeal(row.id(), issueLink, projectLink, Instant.ofEpochMilli(at.toEpochMilli()), hash,
                hash(FORMAT, hash, beforeInProject.map(GateSeal::projectHash).orElse("")));
    }

    /** The position in {@code chain}; empty where the seal has no place in it. */
    public OptionalLong position(SealChain chain) {
        return chain.position(link(chain.kind()));
    }

    private String link(SealChain.Kind kind) {
        return kind == SealChain.Kind.PROJECT ? projectLink : issueLink;
    }

    private static String next(SealChain chain, Optional<String> before) {
        return chain.link(before.map(link -> chain.position(link).orElse(0)).orElse(0L) + 1);
    }

    static String hash(String... parts) {
        Sha256 digest = new Sha256();
        for (String part : parts) {
            digest.updateDelimited(part);
        }
        return digest.hex();
    }
}
