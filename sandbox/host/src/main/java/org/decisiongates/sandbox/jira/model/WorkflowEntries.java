package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.QueryNotSupportedException;
import com.opensymphony.workflow.StoreException;
import com.opensymphony.workflow.query.WorkflowExpressionQuery;
import com.opensymphony.workflow.query.WorkflowQuery;
import com.opensymphony.workflow.spi.SimpleStep;
import com.opensymphony.workflow.spi.SimpleWorkflowEntry;
import com.opensymphony.workflow.spi.Step;
import com.opensymphony.workflow.spi.WorkflowEntry;
import com.opensymphony.workflow.spi.WorkflowStore;

/** OSWorkflow's own state, in the same database and transaction as the issues. */
final class WorkflowEntries implements WorkflowStore {

    private static final String STEPS = "select id, entry_id, step_id, action_id, owner, started, due, finished, "
            + "status, caller from os_step ";

    private final Store store;

    WorkflowEntries(Store store) {
        this.store = store;
    }

    @Override
    public void init(Map properties) {
        // nothing to set up: the tables are part of the schema
    }

    @Override
    public WorkflowEntry createEntry(String workflowName) {
        long id = store.insert("insert into os_entry (workflow, state) values (?, ?)", workflowName, WorkflowEntry.CREATED);
        return new SimpleWorkflowEntry(id, workflowName, WorkflowEntry.CREATED);
    }

    @Override
    public WorkflowEntry findEntry(long id) throws StoreException {
        return store.sql("select id, workflow, state from os_entry where id = ?", id)
                .query((rows, n) -> new SimpleWorkflowEntry(rows.getLong(1), rows.getString(2), rows.getInt(3))).optional()
                .orElseThrow(() -> new StoreException("There is no workflow entry " + id + "."));
    }

    @Override
    public void setEntryState(long entryId, int state) {
        store.sql("update os_entry set state = ? where id = ?", state, entryId).update();
    }

    void setWorkflow(long entryId, String workflow) {
        store.sql("update os_entry set workflow = ? where id = ?", workflow, entryId).update();
    }

    @Override
    public PropertySet getPropertySet(long entryId) {
        return new StoredProperties(store, entryId);
    }

    @Override
    public Step createCurrentStep(long entryId, int stepId, String owner, Date startDate, Date dueDate, String status, long[] previousIds) {
        long id = store.insert("insert into os_step (entry_id, step_id, action_id, owner, status, started, due, current_step)"
                + " values (?, ?, 0, ?, ?, ?, ?, 1)", entryId, stepId, owner, status, millis(startDate), millis(dueDate));
        return new SimpleStep(id, entryId, stepId, 0, owner, startDate, dueDate, null, status, previousIds, null);
    }

    @Override
    public Step markFinished(Step step, int actionId, Date finishDate, String status, String caller) {
        store.sql("update os_step set action_id = ?, finished = ?, status = ?, caller = ? where id = ?", actionId, millis(finishDate),
                status, caller, step.getId()).update();
        SimpleStep finished = (SimpleStep) step;
        finished.setActionId(actionId);
        finished.setFinishDate(finishDate);
        finished.setStatus(status);
        finished.setCaller(caller);
        return finished;
    }

    @Override
    public void moveToHistory(Step step) {
        store.sql("update os_step set current_step = 0 where id = ?", step.getId()).update();
    }

    @Override
    public List<Step> findCurrentSteps(long entryId) {
        return steps(entryId, 1);
    }

    @Override
    public List<Step> findHistorySteps(long entryId) {
        return steps(entryId, 0);
    }

    void delete(long entryId) {
        store.sql("delete from os_property where entry_id = ?", entryId).update();
        store.sql("delete from os_step where entry_id = ?", entryId).update();
        store.sql("delete from os_entry where id = ?", entryId).update();
    }

    @Override
    public List<Long> query(WorkflowQuery query) throws StoreException {
        throw new QueryNotSupportedException("Jira asks its issues, not its workflow entries.");
    }

    @Override
    public List<Long> query(WorkflowExpressionQuery query) throws StoreException {
        throw new QueryNotSupportedException("Jira asks its issues, not its workflow entries.");
    }

    private List<Step> steps(long entryId, int current) {
        // OSWorkflow iterates while it moves steps, so it gets a list of its own
        return new java.util.ArrayList<>(store.sql(STEPS + "where entry_id = ? and current_step = ? order by id desc", entryId, current)
                .query(WorkflowEntries::step).list());
    }

    private static Step step(ResultSet rows, int number) throws SQLException {
        return new SimpleStep(rows.getLong(1), rows.getLong(2), rows.getInt(3), rows.getInt(4), rows.getString(5), date(rows, 6),
                date(rows, 7), date(rows, 8), rows.getString(9), new long[0], rows.getString(10));
    }

    private static Date date(ResultSet rows, int column) throws SQLException {
        long millis = rows.getLong(column);
        return rows.wasNull() ? null : new Date(millis);
    }

    private static Long millis(Date date) {
        return date == null ? null : date.getTime();
    }
}
