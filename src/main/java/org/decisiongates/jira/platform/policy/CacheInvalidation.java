package org.decisiongates.jira.platform.policy;

import java.util.UUID;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/**
 * Tells every node that policies have changed, through a cache of Jira that drops its entry on each of them. The one entry is a random
 * word, a type of the JDK: a value of a class of ours would outlive the app's next update.
 */
@JiraComponent
class CacheInvalidation {

    private static final String NAME = "org.decisiongates.decision-gates.policies";
    private static final String ENTRY = "generation";

    private final Cache<String, String> words;

    CacheInvalidation(CacheManager caches) {
        this.words = caches.getCache(NAME, entry -> UUID.randomUUID().toString(),
                new CacheSettingsBuilder().remote().replicateViaInvalidation().build());
    }

    /** A word that stays the same until a node tells of a change; it may change without one. From memory. */
    String generation() {
        return words.get(ENTRY);
    }

    /** Tells of a change. */
    void changed() {
        words.remove(ENTRY);
    }
}
