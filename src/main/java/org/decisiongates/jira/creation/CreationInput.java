package org.decisiongates.jira.creation;

import java.util.Locale;

/** One thing that is typed to create an issue. */
public interface CreationInput {

    /** The name in the form and in texts, with hyphens. */
    String key();

    /** The name in JSON. */
    default String member() {
        String[] words = key().split("-");
        StringBuilder member = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            member.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        return member.toString();
    }
}
