package org.decisiongates.issue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All rows of the record of one issue, by kind, each kind in the order in which its rows were added. */
public record IssueRecords(List<DecisionOption> options, List<Criterion> criteria, List<Hypothesis> hypotheses, List<TradeOff> tradeOffs,
        List<ExceptionState> exceptionStates, List<Risk> risks, List<CommunicationPlan> communicationPlans, List<Evidence> evidence) {

    /** What an issue has that nobody recorded anything about, and one that is being created. */
    public static final IssueRecords NONE = of(List.of());

    public IssueRecords {
        options = List.copyOf(options);
        criteria = List.copyOf(criteria);
        hypotheses = List.copyOf(hypotheses);
        tradeOffs = List.copyOf(tradeOffs);
        exceptionStates = List.copyOf(exceptionStates);
        risks = List.copyOf(risks);
        communicationPlans = List.copyOf(communicationPlans);
        evidence = List.copyOf(evidence);
    }

    /** These rows, whatever their kinds. */
    public static IssueRecords of(Collection<? extends IssueRecord> rows) {
        return new IssueRecords(of(rows, DecisionOption.class), of(rows, Criterion.class), of(rows, Hypothesis.class),
                of(rows, TradeOff.class),
                of(rows, ExceptionState.class), of(rows, Risk.class), of(rows, CommunicationPlan.class), of(rows, Evidence.class));
    }

    /** What supports a criterion; nothing supports one that is not stored. */
    public List<Evidence> supporting(Criterion criterion) {
        return evidence.stream().filter(one -> criterion.id() > 0 && one.criterion().filter(id -> id == criterion.id()).isPresent())
                .toList();
    }

    /** What supports the verdict of a hypothesis; nothing supports one that is not stored. */
    public List<Evidence> testing(Hypothesis hypothesis) {
        return evidence.stream().filter(one -> hypothesis.id() > 0 && one.hypothesis().filter(id -> id == hypothesis.id()).isPresent())
                .toList();
    }

    /** The host's ids of the issues that follow up what cannot be demonstrated, each once. */
    public List<Long> followUps() {
        return criteria.stream().filter(criterion -> criterion.state() == Criterion.State.NOT_DEMONSTRABLE)
                .flatMap(criterion -> criterion.followUp().stream()).distinct().toList();
    }

    /** The same record with one more row. */
    public IssueRecords with(IssueRecord row) {
        List<IssueRecord> rows = new ArrayList<>(rows());
        rows.add(row);
        return of(rows);
    }

    /** All rows, kind by kind. */
    public List<IssueRecord> rows() {
        List<IssueRecord> rows = new ArrayList<>();
        List.of(options, criteria, hypotheses, tradeOffs, exceptionStates, risks, communicationPlans, evidence).forEach(rows::addAll);
        return rows;
    }

    private static <T> List<T> of(Collection<? extends IssueRecord> rows, Class<T> kind) {
        return rows.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
