package org.decisiongates.sandbox.jira.web.frame;

/** Two letters that stand in for a picture. */
public final class Initials {

    private Initials() {
    }

    public static String of(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.strip().split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && letters.codePointCount(0, letters.length()) < 2) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        return letters.toString();
    }
}
