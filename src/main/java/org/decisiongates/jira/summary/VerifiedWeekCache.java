package org.decisiongates.jira.summary;

import java.util.Optional;
import java.util.function.Predicate;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.beans.factory.annotation.Autowired;

import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.summary.Seal;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.summary.WeekSnapshot;

/**
 * What this node has found out about closed weeks: whether each says what it was sealed with, and what it holds. It counts only for exactly
 * the row it was found of, text and seal alike: a row that was changed in the database, or out of which a person was taken, is hashed and
 * read anew, and takes the place of what was known. Comparing two texts costs a small part of hashing and reading one.
 */
@JiraComponent
class VerifiedWeekCache {

    /** Characters of all the weeks that are kept; those used longest ago make room. */
    static final long MOST_CHARACTERS = 8_000_000;

    private final Cache<String, Known> weeks;
    private final Predicate<SealedSnapshot> seal;

    @Autowired
    VerifiedWeekCache() {
        this(Seal::isSealed, MOST_CHARACTERS);
    }

    VerifiedWeekCache(Predicate<SealedSnapshot> seal, long mostCharacters) {
        this.seal = seal;
        this.weeks = Caffeine.newBuilder().maximumWeight(mostCharacters)
                .<String, Known>weigher((name, known) -> known.row().body().length())
                .executor(Runnable::run).build();
    }

    /** Whether the row says what it was sealed with, as {@link Seal#isSealed} has it. */
    boolean isSealed(SealedSnapshot row) {
        return known(row).sealed();
    }

    /** What the row holds, read once. */
    WeekSnapshot content(SealedSnapshot row) throws UnreadableJsonException {
        Known known = known(row);
        if (known.content().isPresent()) {
            return known.content().get();
        }
        WeekSnapshot content = WeekSnapshot.of(row.body());
        weeks.put(name(row), new Known(row, known.sealed(), Optional.of(content)));
        return content;
    }

    private Known known(SealedSnapshot row) {
        Known known = weeks.getIfPresent(name(row));
        if (known == null || !known.row().equals(row)) {
            known = new Known(row, seal.test(row), Optional.empty());
            weeks.put(name(row), known);
        }
        return known;
    }

    private static String name(SealedSnapshot row) {
        return row.scope() + " " + row.week();
    }

    private record Known(SealedSnapshot row, boolean sealed, Optional<WeekSnapshot> content) {
    }
}
