package org.decisiongates.issue;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something that shows that a criterion, or the decision as a whole, holds.
 *
 * @param text      what it shows
 * @param source    where it is
 * @param reference the address of a page, or the name of a file that is attached to the issue
 * @param criterion  {@link Criterion#id()} of the criterion it supports; empty for none
 * @param hypothesis {@link Hypothesis#id()} of the hypothesis whose verdict it supports; empty for none
 */
public record Evidence(String text, Source source, String reference, Optional<Long> criterion, Optional<Long> hypothesis)
        implements IssueRecord {

    /** Where evidence is. Stored by name. */
    public enum Source { LINK, ATTACHMENT }

    public Evidence {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(hypothesis, "hypothesis");
    }

    /** Evidence of no hypothesis. */
    public Evidence(String text, Source source, String reference, Optional<Long> criterion) {
        this(text, source, reference, criterion, Optional.empty());
    }

    /** Whether it is of the decision as a whole. */
    public boolean isOfTheWhole() {
        return criterion.isEmpty() && hypothesis.isEmpty();
    }

    /** Whether it can still be looked at: a page is taken for there, a file has to be attached. */
    public boolean isThere(Predicate<String> isAttached) {
        return source == Source.LINK || isAttached.test(reference);
    }

    @Override
    public Kind kind() {
        return Kind.EVIDENCE;
    }
}
