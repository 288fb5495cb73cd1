package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.KeptParts;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.takeout.TakeOutPart;

/** A take-out that is being made: stores its parts, and has those that an earlier one has left when it was interrupted. */
final class TakeOutRun {

    /** Characters of all parts. */
    static final long MAX_LENGTH = 400_000_000;

    private final TaskProgress progress;
    private final Optional<KeptParts> earlier;
    /** Numbers of the parts that the earlier one has of each project, by key. */
    private final Map<String, List<Integer>> left = new HashMap<>();
    private int parts;
    private long length;
    private int done;

    TakeOutRun(TaskProgress progress, Optional<KeptParts> earlier) {
        this.progress = progress;
        this.earlier = earlier;
        for (int number = 0; number < earlier.map(KeptParts::count).orElse(0); number++) {
            TakeOutPart part = read(number);
            if (!part.issues().isEmpty()) {
                left.computeIfAbsent(part.project(), key -> new ArrayList<>()).add(number);
            }
        }
    }

    /** Parts with issues of the project that need not be made again, by their numbers. */
    List<Integer> leftOf(String project) {
        return left.getOrDefault(project, List.of());
    }

    /** One of those parts. */
    TakeOutPart read(int number) {
        try {
            return TakeOutPart.read(earlier.orElseThrow().read(number));
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("part " + number + " of the take-out that was interrupted cannot be read", e);
        }
    }

    /** Stores the next part. What all of them may take is bounded, and nothing is cut off. */
    void keep(TakeOutPart part) {
        String json = part.json();
        length += json.length();
        if (length > MAX_LENGTH) {
            throw new ProblemException(400, "decision-gates.takeout.too-large", MAX_LENGTH / 1_000_000);
        }
        progress.keep(json);
        parts++;
    }

    /** How many parts were stored. */
    int parts() {
        return parts;
    }

    /** So much more is done. */
    void advance(int much) {
        done += much;
        progress.done(done);
    }
}
