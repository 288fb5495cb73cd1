package org.decisiongates.store.timeline;

import java.security.SecureRandom;
import java.util.HexFormat;

import org.decisiongates.text.Sha256;

/**
 * Who acted, as a row keeps it: the key, and a salted hash of it. The hash stays when the key and the salt are erased; without the salt
 * nobody finds the key by trying keys.
 *
 * @param salt 32 hexadecimal digits
 * @param hash SHA-256, hex, of salt and key
 */
public record StoredActor(String key, String salt, String hash) {

    private static final int SALT_BYTES = 16;

    /** With a new salt. */
    static StoredActor of(String key) {
        String salt = random();
        return new StoredActor(key, salt, hash(salt, key));
    }

    /** 16 random bytes in hexadecimal digits. */
    public static String random() {
        byte[] bytes = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether the row names who acted, as its hash says, or an erasure that took that out. */
    public static boolean fits(GateEventRow row) {
        boolean isErased = row.getActorSalt() == null && row.getActorKey() == null;
        return isErased ? row.getErasureKey() != null
                : row.getErasureKey() == null && row.getActorSalt() != null
                        && hash(row.getActorSalt(), row.getActorKey() == null ? "" : row.getActorKey()).equals(row.getActorHash());
    }

    private static String hash(String salt, String key) {
        return new Sha256().update(salt).update(key).hex();
    }
}
