package org.decisiongates.audit;

import java.util.OptionalLong;

/**
 * A sequence of entries of the journal, each of which is sealed together with the one before. An entry belongs to two: that of its issue
 * (or, before an issue is created, that of the creations of its project), and that of its project.
 *
 * @param kind whose entries
 * @param id   the host's id of the issue or project
 */
public record SealChain(Kind kind, long id) {

    /** The letter is stored; of one length, so that links sort by chain and position. */
    public enum Kind {
        ISSUE('i'), CREATIONS('c'), PROJECT('p');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    public static SealChain ofProject(long projectId) {
        return new SealChain(Kind.PROJECT, projectId);
    }

    /** The chain of an issue; of the creations of a project, where there was no issue yet. */
    public static SealChain of(OptionalLong issueId, long projectId) {
        return issueId.isPresent() ? new SealChain(Kind.ISSUE, issueId.getAsLong()) : new SealChain(Kind.CREATIONS, projectId);
    }

    /** The unique name of a place in the chain; names of one chain sort by position. */
    public String link(long position) {
        return String.format(java.util.Locale.ROOT, "%c%019d-%019d", kind.letter, id, position);
    }

    /** The position that {@code link} names in this chain; empty when it names none. */
    OptionalLong position(String link) {
        int digits = link.length() - link(0).indexOf('-') - 1;
        if (digits != 19 || !link.substring(link.length() - digits).chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return OptionalLong.empty();
        }
        try {
            long position = Long.parseLong(link.substring(link.length() - digits));
            return link.equals(link(position)) ? OptionalLong.of(position) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
