package org.decisiongates.sandbox.jira.model;

import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** An action on an issue is whole or leaves nothing behind. */
final class UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);

    private final Store store;

    UnitOfWork(Store store) {
        this.store = store;
    }

    /** Runs an action so that a refusal or a failure leaves nothing behind. */
    Outcome carryOut(Supplier<Outcome> action) {
        try {
            return store.inTransaction(() -> {
                Outcome outcome = action.get();
                if (!outcome.done()) {
                    throw new Stop(outcome);
                }
                return outcome;
            });
        } catch (Stop e) {
            return e.outcome;
        } catch (Refused e) {
            LOG.warn("An action on an issue was refused", e);
            return Outcome.refused(500, e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            LOG.error("The database failed during an action on an issue", e);
            return Outcome.refused(500, "The database could not complete the action. Nothing was changed; try again, and tell an"
                    + " administrator if it stays so.");
        }
    }

    /** Ends an action and takes its transaction back. */
    static final class Stop extends RuntimeException {

        private final transient Outcome outcome;

        Stop(Outcome outcome) {
            super(String.join(" ", outcome.messages()), null, false, false);
            this.outcome = outcome;
        }
    }
}
