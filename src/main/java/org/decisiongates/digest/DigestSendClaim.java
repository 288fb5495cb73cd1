package org.decisiongates.digest;

import java.time.Instant;

/**
 * That a node took a digest on to send.
 *
 * @param digestId of the subscription
 * @param name     see {@link DigestTime.DueDigest}
 */
public record DigestSendClaim(long digestId, String name, Instant at) {
}
