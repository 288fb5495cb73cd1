package org.decisiongates.debt;

import java.time.Instant;
import java.util.List;

import org.decisiongates.debt.GateDebt.Cause;
import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.policy.RuleResult.Status;

/** What was found of an issue as the text that is stored: {@code {"policies":[…],"debts":[…]}}. */
public final class DebtJson {

    private static final int MAX_LENGTH = 1_000_000;
    private static final JsonDocument<Document> JSON = JsonDocument.ofKnownMembers(Document.class, "the debt of an issue",
            new JsonDocument.Bounds(MAX_LENGTH, 20_000));

    private DebtJson() {
    }

    private record Document(List<String> policies, List<Debt> debts) {
    }

    private record Debt(List<String> policies, String rule, String field, String result, Instant since, String cause) {

        static Debt of(GateDebt debt) {
            return new Debt(debt.policies(), debt.rule(), debt.field(), debt.result().name(), debt.since(), debt.cause().name());
        }

        /** Words of a newer version of the app are those that say least. */
        GateDebt debt() {
            return new GateDebt(policies, rule, field, Status.named(result).orElse(Status.ERROR), since,
                    Cause.named(cause).orElse(Cause.CIRCUMSTANCES));
        }
    }

    public static String write(IssueDebt debt) {
        return JSON.write(new Document(debt.policies(), debt.debts().stream().map(Debt::of).toList()));
    }

    /** Throws {@link IllegalStateException} when the text is not what {@link #write} wrote. */
    public static IssueDebt read(long issueId, long projectId, String phase, String text) {
        try {
            Document read = JSON.read(text);
            return new IssueDebt(issueId, projectId, phase, read.policies(), read.debts().stream().map(Debt::debt).toList());
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("what issue " + issueId + " owes cannot be read", e);
        }
    }
}
