package org.decisiongates.jira.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.record.EvidenceMatrix;
import org.decisiongates.record.EvidenceMatrix.Mark;
import org.decisiongates.record.EvidenceMatrix.Verdict;
import org.decisiongates.text.Abbreviation;

/** Words the table of evidence and criteria in the reader's language. */
@JiraComponent
class EvidenceMatrixFormatter {

    private static final String KEY = "decision-gates.record.matrix.";
    private static final int SHORT = 60;
    /** So much that criteria which begin alike are told apart. */
    private static final int WHOLE_LINES = 200;
    private static final Map<Verdict, String> STYLES = Map.of(Verdict.OPEN, "", Verdict.DEMONSTRATED, "aui-lozenge-success",
            Verdict.NOT_DEMONSTRABLE, "aui-lozenge-moved", Verdict.GAP, "aui-lozenge-error");

    private final JiraTexts texts;
    private final FollowUpFormatter followUps;

    EvidenceMatrixFormatter(JiraTexts texts, FollowUpFormatter followUps) {
        this.texts = texts;
        this.followUps = followUps;
    }

    /** @param isAttached whether a file of this name is attached to the issue */
    EvidenceMatrixView view(IssueRecords records, Predicate<String> isAttached) {
        EvidenceMatrix matrix = EvidenceMatrix.of(records, isAttached);
        List<String> columns = matrix.columns().stream()
                .map(one -> texts.text(KEY + "column", String.valueOf(one.number()), brief(one.evidence().text(), SHORT))).toList();
        return new EvidenceMatrixView(columns,
                records.criteria().isEmpty() ? List.of() : matrix.rows().stream().map(row -> row(row, columns)).toList());
    }

    private EvidenceMatrixRowView row(EvidenceMatrix.Line row, List<String> columns) {
        List<EvidenceMatrixCellView> cells = new ArrayList<>();
        row.marks().forEach(mark -> cells.add(new EvidenceMatrixCellView(columns.get(cells.size()),
                mark == Mark.NONE ? "" : texts.text(KEY + "mark." + mark.name()))));
        Optional<RecordDetailView> followUp = row.criterion().filter(one -> one.state() == Criterion.State.NOT_DEMONSTRABLE)
                .flatMap(one -> followUps.detail(one, row.isSupported()));
        Optional<Verdict> verdict = row.verdict(one -> followUp.filter(detail -> detail.warning().isEmpty()).isPresent());
        return new EvidenceMatrixRowView(
                row.criterion().map(one -> brief(one.text(), WHOLE_LINES)).orElseGet(() -> texts.text("decision-gates.record.whole")),
                cells,
                verdict.map(one -> texts.text(KEY + "verdict." + one.name())).orElse(""), verdict.map(STYLES::get).orElse(""),
                followUp.map(EvidenceMatrixFormatter::said).orElseGet(() -> verdict.filter(Verdict.GAP::equals)
                        .map(one -> texts.text(KEY + (row.marks().contains(Mark.REMOVED) ? "gap.removed" : "gap.unsupported"))).orElse("")),
                followUp.map(RecordDetailView::link).orElse(""));
    }

    /** What is wrong with a follow-up, where something is; else which one it is. */
    private static String said(RecordDetailView followUp) {
        return followUp.warning().isEmpty() ? followUp.text() : followUp.warning();
    }

    private static String brief(String text, int longest) {
        return Abbreviation.ofCharacters(text.replace('\n', ' '), longest);
    }
}
