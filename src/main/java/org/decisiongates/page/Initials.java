package org.decisiongates.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What stands for a name where there is no picture: the first letter of its first word, and that of its last. */
final class Initials {

    private Initials() {
    }

    /** Empty for a name without a letter or digit. */
    static String of(String name) {
        List<String> letters = Arrays.stream(name.strip().split("\\s+"))
                .map(word -> word.codePoints().filter(Character::isLetterOrDigit).findFirst()).filter(OptionalInt::isPresent)
                .map(first -> Character.toString(first.getAsInt()).toUpperCase(Locale.ROOT)).toList();
        return letters.size() < 2 ? String.join("", letters) : letters.get(0) + letters.get(letters.size() - 1);
    }
}
