package org.decisiongates.store.task;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.store.TextColumn;
import org.decisiongates.store.UniqueInsert;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;
import org.decisiongates.task.Tasks;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Sha256;

/** The background tasks in the product's database. */
@JiraComponent
public final class AoTasks implements Tasks {

    private static final int PIECE = 64_000;
    private static final int MAX_FOUND = 100;
    /** Positions of one part, and those of the result, which stand before all parts. */
    private static final int PIECES_OF_A_PART = 1_000;
    private static final String ORDER = "POSITION";

    private final ActiveObjects ao;

    public AoTasks(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public boolean add(BackgroundTask task) {
        String slot = slot(task.owner(), task.kind());
        Optional<BackgroundTaskRow> before = inSlot(slot);
        if (before.isPresent() && !stateOf(before.get(), task.startedAt()).isOver()) {
            return false;
        }
        before.ifPresent(AoTasks::leaveSlot);
        Map<String, Object> row = new HashMap<>(16);
        row.put(BackgroundTaskRow.TASK_KEY, task.id());
        row.put(BackgroundTaskRow.SLOT, slot);
        row.put(BackgroundTaskRow.TASK_KIND, task.kind());
        row.put(BackgroundTaskRow.OWNER_KEY, task.owner());
        TextColumn.put(row, BackgroundTaskRow.SCOPE_KEY, task.scope(), BackgroundTaskRow.NAME_LENGTH);
        TextColumn.put(row, BackgroundTaskRow.TITLE, task.title());
        row.put(BackgroundTaskRow.TASK_STATE, task.state().name());
        row.put(BackgroundTaskRow.DONE_COUNT, task.done());
        row.put(BackgroundTaskRow.TOTAL_COUNT, task.total());
        row.put(BackgroundTaskRow.CANCEL_ASKED, false);
        row.put(BackgroundTaskRow.STARTED_MILLIS, task.startedAt().toEpochMilli());
        row.put(BackgroundTaskRow.TOLD_MILLIS, task.startedAt().toEpochMilli());
        return UniqueInsert.into(ao, BackgroundTaskRow.class, row, Query.select().where("SLOT = ?", slot));
    }

    @Override
    public Optional<BackgroundTask> find(String id, Instant now) {
        return row(id).map(row -> task(row, now));
    }

    @Override
    public Optional<BackgroundTask> underWay(String owner, String kind, Instant now) {
        return inSlot(slot(owner, kind)).map(row -> task(row, now)).filter(task -> !task.state().isOver());
    }

    @Override
    public boolean tell(String id, State state, int done, int total, Instant now) {
        Optional<BackgroundTaskRow> known = row(id).filter(row -> !hasLeftSlot(row));
        known.ifPresent(row -> {
            row.setTaskState(state.name());
            row.setDoneCount(done);
            row.setTotalCount(total);
            row.setToldMillis(now.toEpochMilli());
            row.save();
        });
        return known.isPresent() && !known.get().isCancelAsked();
    }

    @Override
    public void end(String id, State state, String fault, String result, Instant now) {
        if (result.length() > MAX_RESULT) {
            throw new IllegalArgumentException(result.length() + " characters are more than " + MAX_RESULT);
        }
        // given up for lost, and another may have taken its place
        row(id).filter(row -> !hasLeftSlot(row)).ifPresent(row -> {
            // first the result: whoever sees that it is done finds all of it
            write(id, 0, result);
            row.setTaskState(state.name());
            row.setSlot(id);
            row.setToldMillis(now.toEpochMilli());
            row.setEndedMillis(now.toEpochMilli());
            row.setFault(fault.isEmpty() ? null : Abbreviation.of(fault, BackgroundTaskRow.TEXT_LENGTH));
            if (state == State.DONE) {
                row.setDoneCount(row.getTotalCount());
            }
            row.save();
        });
    }

    @Override
    public void keep(String id, int number, String part) {
        if (part.length() > MAX_RESULT) {
            throw new IllegalArgumentException("a part of " + part.length() + " characters is more than " + MAX_RESULT);
        }
        ao.executeInTransaction(() -> {
            write(id, Math.multiplyExact(number + 1, PIECES_OF_A_PART), part);
            return null;
        });
    }

    @Override
    public String part(String id, int number) {
        return read(id, Math.multiplyExact(number + 1, PIECES_OF_A_PART));
    }

    @Override
    public int parts(String id) {
        Query last = Query.select().where("TASK_KEY = ?", id).order(ORDER + " DESC").limit(1);
        return Arrays.stream(ao.find(TaskResultChunkRow.class, last)).mapToInt(row -> row.getPosition() / PIECES_OF_A_PART).findFirst()
                .orElse(0);
    }

    private String read(String id, int first) {
        Query pieces = Query.select().where("TASK_KEY = ? AND POSITION >= ? AND POSITION < ?", id, first, first + PIECES_OF_A_PART)
                .order(ORDER);
        return Arrays.stream(ao.find(TaskResultChunkRow.class, pieces)).map(TaskResultChunkRow::getContent).collect(Collectors.joining());
    }

    private void write(String id, int first, String result) {
        int from = 0;
        for (int position = first; from < result.length(); position++) {
            String piece = Abbreviation.cut(result.substring(from, Math.min(result.length(), from + PIECE + 1)), PIECE);
            ao.create(TaskResultChunkRow.class,
                    Map.of(TaskResultChunkRow.TASK_KEY, id, TaskResultChunkRow.POSITION, position, TaskResultChunkRow.CONTENT,
                            piece));
            from += piece.length();
        }
    }

    @Override
    public void cancel(String id, Instant now) {
        row(id).filter(row -> !stateOf(row, now).isOver()).ifPresent(row -> {
            row.setCancelAsked(true);
            // nobody may be there any more to notice; if somebody is, it stops when it tells of the task the next time
            if (isSilent(row, now.minus(ATTENTION))) {
                leaveSlot(row);
            } else {
                row.save();
            }
        });
    }

    @Override
    public String result(String id) {
        return read(id, 0);
    }

    @Override
    public List<String> silentSince(Instant before) {
        Query silent = Query.select().where("TOLD_MILLIS < ?", before.toEpochMilli()).order("ID").limit(MAX_FOUND);
        return Arrays.stream(ao.find(BackgroundTaskRow.class, silent)).map(BackgroundTaskRow::getTaskKey).toList();
    }

    @Override
    public List<String> lostSince(Instant since, Instant now) {
        Query open = Query.select().where("TOLD_MILLIS > ? AND (TASK_STATE = ? OR TASK_STATE = ? OR TASK_STATE = ?)", since.toEpochMilli(),
                State.QUEUED.name(), State.RUNNING.name(), State.LOST.name()).order("ID").limit(MAX_FOUND);
        return Arrays.stream(ao.find(BackgroundTaskRow.class, open)).filter(row -> stateOf(row, now) == State.LOST)
                .map(BackgroundTaskRow::getTaskKind).toList();
    }

    @Override
    public List<BackgroundTask> ofKind(String kind, Instant since, Instant now) {
        Query newest = Query.select().where("TOLD_MILLIS > ? AND TASK_KIND = ?", since.toEpochMilli(), kind).order("ID DESC")
                .limit(MAX_FOUND);
        return Arrays.stream(ao.find(BackgroundTaskRow.class, newest)).map(row -> task(row, now)).toList();
    }

    @Override
    public long room(String id) {
        return (long) PIECE * ao.count(TaskResultChunkRow.class, Query.select().where("TASK_KEY = ?", id));
    }

    /** Removes what is stored of a result, and leaves the task. */
    public void removeParts(String id) {
        ao.delete(ao.find(TaskResultChunkRow.class,
                Query.select(TaskResultChunkRow.ID).where("TASK_KEY = ?", id).order(TaskResultChunkRow.ID)));
    }

    @Override
    public void remove(String id) {
        removeParts(id);
        ao.delete(ao.find(BackgroundTaskRow.class, of(id)));
    }

    private Optional<BackgroundTaskRow> row(String id) {
        return Arrays.stream(ao.find(BackgroundTaskRow.class, of(id))).findFirst();
    }

    private static Query of(String id) {
        return Query.select().where("TASK_KEY = ?", id);
    }

    private Optional<BackgroundTaskRow> inSlot(String slot) {
        return Arrays.stream(ao.find(BackgroundTaskRow.class, Query.select().where("SLOT = ?", slot))).findFirst();
    }

    private static void leaveSlot(BackgroundTaskRow row) {
        row.setSlot(row.getTaskKey());
        row.save();
    }

    private static boolean hasLeftSlot(BackgroundTaskRow row) {
        return row.getSlot().equals(row.getTaskKey());
    }

    private static String slot(String owner, String kind) {
        return new Sha256().update(kind + " " + owner).hex();
    }

    private static BackgroundTask task(BackgroundTaskRow row, Instant now) {
        return new BackgroundTask(row.getTaskKey(), row.getTaskKind(), row.getOwnerKey(), TextColumn.read(row.getScopeKey()),
                TextColumn.read(row.getTitle()), stateOf(row, now), row.getDoneCount(), row.getTotalCount(),
                Instant.ofEpochMilli(row.getStartedMillis()), Optional.ofNullable(row.getEndedMillis()).map(Instant::ofEpochMilli),
                TextColumn.read(row.getFault()));
    }

    /** A word of a newer version of the app is that of a task this node cannot follow. */
    private static State stateOf(BackgroundTaskRow row, Instant now) {
        State stored = Arrays.stream(State.values()).filter(state -> state.name().equals(row.getTaskState())).findFirst()
                .orElse(State.LOST);
        if (stored.isOver()) {
            return stored;
        }
        if (hasLeftSlot(row)) {
            return row.isCancelAsked() ? State.CANCELLED : State.LOST;
        }
        return isSilent(row, now.minus(SILENCE)) ? State.LOST : stored;
    }

    private static boolean isSilent(BackgroundTaskRow row, Instant since) {
        return row.getToldMillis() < since.toEpochMilli();
    }
}
