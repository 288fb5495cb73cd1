package org.decisiongates.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.PersonView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.ExpectedImpact;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.WeeklySummary;

/** What is open, and who owns it. */
record OpenItemsSection(WeekFormatter wording, WeeklySummary summary) {

    private static final String ALARM = "removed";
    private static final String CAUTION = "moved";

    SectionView blockers() {
        SectionView all = table(SummarySection.BLOCKERS, summary.blockers(), true);
        boolean inShort = isShort() && !summary.blockers().rows().isEmpty();
        return inShort ? inShort(all) : leading(all, SummarySection.BLOCKERS, summary.blockers().total());
    }

    SectionView decisions() {
        SectionView all = leading(table(SummarySection.DECISIONS, summary.decisions(), false), SummarySection.DECISIONS,
                summary.decisions().total());
        boolean isEmpty = summary.decisions().total() == 0 && summary.header().frozenAt().isEmpty() && wording.on(Surface.PAGE);
        return isEmpty ? offeringNew(all) : all;
    }

    /** The same with a way to a new Decision, for who may create one. */
    private SectionView offeringNew(SectionView none) {
        return wording.creation(summary.header().creation())
                .map(address -> none.linking(List.of(new LinkView(wording.text("decision-gates.page.create"), address, "create"))))
                .orElse(none);
    }

    /** With the way to the host's issue list beside the caption, where there is one; else to the whole week. */
    private SectionView inShort(SectionView all) {
        SectionView table = all.saying(List.of());
        return issueList(SummarySection.BLOCKERS).map(address -> wording.inShort(table, summary.blockers().total(), address))
                .orElseGet(() -> wording.inShort(table, summary.blockers().total()));
    }

    SectionView owners() {
        return wording.table(SummarySection.OWNERS, summary.owners(), wording.headings("owner", "open", "overdue", "next-due", "decisions"),
                load -> {
                    CellView overdue = CellView.of(wording.text("decision-gates.page.number", load.overdue()));
                    CellView next = load.nextDue().map(wording::day)
                            .orElseGet(() -> CellView.of(wording.text("decision-gates.page.no-date")));
                    CellView owner = leadingToTheirs(owner(load.owner(), load.active()));
                    return new RowView(listed(load).map(item -> pictured(owner, item, true)).orElse(owner),
                            List.of(CellView.of(wording.text("decision-gates.page.number", load.open())),
                                    load.overdue() > 0 ? overdue.marked(wording.mark(ALARM, "decision-gates.page.overdue")) : overdue, next,
                                    load.issues().isEmpty() ? CellView.of(wording.text("decision-gates.page.not-listed"))
                                            : wording.issues(load.issues())));
                });
    }

    private SectionView table(SummarySection part, Listing<OpenItem> items, boolean withFallback) {
        List<String> columns = new ArrayList<>(
                List.of("issue", part == SummarySection.BLOCKERS ? "blocker" : "question", "state", "owner", "due"));
        if (isDated()) {
            columns.add("age");
        }
        if (withFallback) {
            columns.add("fallback");
        }
        if (hasImpactColumn(items)) {
            columns.add("impact");
        }
        return wording.table(part, items, wording.headings(columns.toArray(String[]::new)),
                item -> row(item, withFallback, hasImpactColumn(items)));
    }

    private RowView row(OpenItem item, boolean withFallback, boolean withImpact) {
        String impact = item.impact().stream().map(this::impact).collect(Collectors.joining("; "));
        CellView title = CellView.of(wording.on(Surface.DOCUMENT) && !impact.isEmpty()
                ? wording.text("decision-gates.page.impact.beside", wording.cut(item.summary()), impact)
                : wording.cut(item.summary()));
        List<CellView> cells = new ArrayList<>(List.of(
                withImpact && isShort() ? title : facing(item, title),
                state(item), theirs(item), due(item)));
        if (isDated()) {
            cells.add(CellView.of(wording.text("decision-gates.page.age", item.ageDays())).unbroken());
        }
        if (withFallback) {
            cells.add(item.fallback().isBlank() ? CellView.of("").marked(wording.mark(CAUTION, "decision-gates.page.no-fallback"))
                    : CellView.of(wording.cut(item.fallback())));
        }
        if (withImpact) {
            cells.add(isShort() ? facing(item, CellView.of(impact)) : CellView.of(impact));
        }
        return new RowView(wording.issue(item.key()), cells);
    }

    private CellView facing(OpenItem item, CellView cell) {
        return item.customerFacing() ? cell.marked(wording.mark("current", "decision-gates.page.customer-facing")) : cell;
    }

    /**
     * Paper has no room for one column more: there it stands beside the summary. On one screen it also says who notices, so that the
     * summary has the room of that mark.
     */
    private boolean hasImpactColumn(Listing<OpenItem> items) {
        return !wording.on(Surface.DOCUMENT) && items.rows().stream().anyMatch(item -> !item.impact().isEmpty()
                || isShort() && item.customerFacing());
    }

    private String impact(ExpectedImpact one) {
        int good = one.direction() == ImpactLine.Direction.UP ? one.change().signum() : -one.change().signum();
        return wording.text("decision-gates.page.impact." + (good > 0 ? "better" : good < 0 ? "worse" : "same"),
                wording.apart(one.metric()),
                wording.signed(one.change(), one.unit()));
    }

    /** On one screen there is room for one mark, and that an item is escalated says more than its phase. */
    private CellView state(OpenItem item) {
        CellView cell = CellView.of("");
        String escalated = wording.text("decision-gates.page.escalated");
        if (!item.phase().isBlank() && !(item.escalated() && (isShort() || item.phase().equalsIgnoreCase(escalated)))) {
            cell = cell.marked(wording.lozenge("subtle", wording.cut(item.phase())));
        }
        return item.escalated() ? cell.marked(wording.lozenge(ALARM, escalated)) : cell;
    }

    /** On one screen there is no room for links. */
    private CellView theirs(OpenItem item) {
        CellView owner = owner(item.owner(), item.ownerActive());
        return isShort() ? owner : pictured(leadingToTheirs(owner), item, true);
    }

    /** One of that owner's items. */
    private Optional<OpenItem> listed(OwnerLoad load) {
        return summary.decisions().rows().stream()
                .filter(item -> item.owner().equals(load.owner()) && item.ownerActive() == load.active()).findFirst();
    }

    /**
     * The cell with a picture of the owner before the name, if there is a name, and pictures are shown; on one screen the name needs the
     * room.
     */
    CellView pictured(CellView named, OpenItem item, boolean leading) {
        Optional<String> name = item.owner().filter(known -> !known.isBlank());
        if (name.isEmpty() || !wording.on(Surface.PAGE) || isShort()) {
            return named;
        }
        PersonProfileLinks links = item.ownerUser().filter(user -> !user.isBlank()).map(wording.arrangement().people())
                .orElse(PersonProfileLinks.NONE);
        List<LinkView> profile = links.profile().isEmpty() || !leading ? List.of()
                : List.of(
                        new LinkView(wording.text("decision-gates.page.profile", wording.apart(name.get())), links.profile(), "profile"));
        return named.picturing(new PersonView(Initials.of(name.get()), links.picture(), profile));
    }

    /** A name that leads to what else that person owns; as it is where only one owner's items are listed anyway. */
    private CellView leadingToTheirs(CellView owner) {
        String address = owner.text().isEmpty() || summary.header().owner().isPresent() || !wording.on(Surface.PAGE) ? ""
                : wording.arrangement().owned().apply(owner.text());
        return address.isEmpty() ? owner : owner.linked(new LinkView(owner.text(), address, "owner"));
    }

    CellView owner(Optional<String> named, boolean active) {
        Optional<String> owner = named.filter(name -> !name.isBlank());
        if (owner.isEmpty()) {
            return CellView.of("").marked(wording.mark(CAUTION, "decision-gates.page.no-owner"));
        }
        CellView cell = CellView.of(wording.cut(owner.get()));
        return active ? cell : cell.marked(wording.mark(CAUTION, "decision-gates.page.owner-inactive"));
    }

    CellView due(OpenItem item) {
        if (item.due().isEmpty()) {
            return CellView.of("").marked(wording.mark(CAUTION, "decision-gates.page.no-due-date"));
        }
        LocalDate due = item.due().get();
        return item.overdue() ? wording.dayAboveMarks(due).marked(late(due)) : wording.day(due);
    }

    /** By how many days on the day the page is of; where nothing may depend on that day, and of a week that is over, only that it is. */
    private MarkView late(LocalDate due) {
        LocalDate today = summary.header().asOf().atZone(ZoneId.of(summary.header().zone())).toLocalDate();
        long days = ChronoUnit.DAYS.between(due, today);
        return days < 1 || wording.on(Surface.COMPARISON) || summary.header().frozenAt().isPresent()
                ? wording.mark(ALARM, "decision-gates.page.overdue")
                : wording.mark(ALARM, "decision-gates.page.late", days);
    }

    private boolean isShort() {
        return wording.arrangement().executive();
    }

    /**
     * An age grows by itself, and would make two renderings of the same page differ; on one screen there is no room for it.
     */
    private boolean isDated() {
        return !wording.on(Surface.COMPARISON) && !isShort();
    }

    /** The table, with a way to the host's issue list when it does not hold all that is open. */
    private SectionView leading(SectionView table, SummarySection part, long total) {
        return total <= table.rows().size() ? table
                : issueList(part)
                        .map(address -> table
                                .linking(List.of(new LinkView(wording.text("decision-gates.page.list." + part.key()), address, "list"))))
                        .orElse(table);
    }

    /** The host's list of what is open now; none where that is another week. */
    private Optional<String> issueList(SummarySection part) {
        String query = part == SummarySection.BLOCKERS ? summary.header().lists().blockers() : summary.header().lists().decisions();
        return Optional.of(query).filter(any -> summary.header().frozenAt().isEmpty()).flatMap(wording::issueList);
    }
}
