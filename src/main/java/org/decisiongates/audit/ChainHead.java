package org.decisiongates.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest link of a chain at some time. Who keeps it elsewhere can show later that nothing up to it was cut off or sealed anew.
 *
 * @param position in the chain
 * @param hash     of the chain at that place
 */
public record ChainHead(long position, String hash, Instant sealedAt) {

    static ChainHead of(SealChain chain, long position, GateSeal seal) {
        return new ChainHead(position, chain.kind() == SealChain.Kind.PROJECT ? seal.projectHash() : seal.hash(), seal.at());
    }

    /** The head of a chain now, as far as it is sealed: one statement. */
    public static Optional<ChainHead> newest(GateSeals seals, SealChain chain) {
        return seals.newest(chain).map(seal -> of(chain, seal.position(chain).orElse(0), seal));
    }
}
