package org.decisiongates.sandbox.host;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A moment at which the whole process ends as if it had been killed: no shutdown hook, no rollback of its own, nothing flushed.
 * Only the launcher arms one, because it takes the process it is armed in, and only once the box is ready: turns are counted from there.
 */
public final class KillPoint {

    /** What the process's exit status says, as after {@code kill -9}. */
    public static final int STATUS = 137;

    private final Moment moment;
    private final Pattern sql;
    private final int turn;
    private final AtomicInteger passed = new AtomicInteger();

    /** Moments around a statement, or around the commit of a transaction that has sent one. */
    public enum Moment {
        BEFORE_STATEMENT, AFTER_STATEMENT, BEFORE_COMMIT, AFTER_COMMIT
    }

    private KillPoint(Moment moment, int turn, Pattern sql) {
        this.moment = moment;
        this.turn = turn;
        this.sql = sql;
    }

    /**
     * {@code moment:turn:expression}, for example {@code after-commit:3:insert into jira_change_group}; the case of the SQL does not
     * matter.
     */
    static KillPoint parse(String text) {
        String[] parts = text.split(":", 3);
        Optional<Moment> moment = Arrays.stream(Moment.values()).filter(one -> name(one).equals(parts[0])).findFirst();
        if (parts.length < 3 || moment.isEmpty() || !parts[1].matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("A kill point is moment:turn:expression, and a moment one of "
                    + Arrays.stream(Moment.values()).map(KillPoint::name).collect(Collectors.joining(", ")) + "; not '" + text + "'");
        }
        return new KillPoint(moment.get(), Integer.parseInt(parts[1]), Pattern.compile(parts[2], Pattern.CASE_INSENSITIVE));
    }

    /** Whether statements with this SQL count. */
    boolean concerns(String statement) {
        return sql.matcher(statement).find();
    }

    /** The process does not come back from here when it is its turn. */
    void reached(Moment now) {
        if (now == moment && passed.incrementAndGet() == turn) {
            System.out.println("killed at " + name(moment) + " number " + turn + " of " + sql);
            System.out.flush();
            Runtime.getRuntime().halt(STATUS);
        }
    }

    private static String name(Moment moment) {
        return moment.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
