package org.decisiongates.jira.platform.cluster;

import java.util.UUID;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;

/**
 * Tells every node that something has changed of which each keeps a copy, through a cache of Jira that drops its entry on each of them. The
 * one entry is a random word, a type of the JDK: a value of a class of ours would outlive the app's next update.
 */
public final class CacheInvalidation {

    private static final String PREFIX = "org.decisiongates.decision-gates.";
    private static final String ENTRY = "generation";

    private final Cache<String, String> words;

    /** @param what is kept in copies; nothing else may go by this name */
    public CacheInvalidation(CacheManager caches, String what) {
        this.words = caches.getCache(PREFIX + what, entry -> UUID.randomUUID().toString(),
                new CacheSettingsBuilder().remote().replicateViaInvalidation().build());
    }

    /** A word that stays the same until a node tells of a change; it may change without one. From memory. */
    public String generation() {
        return words.get(ENTRY);
    }

    /** Tells of a change. */
    public void changed() {
        words.remove(ENTRY);
    }
}
