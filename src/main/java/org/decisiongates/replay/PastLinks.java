package org.decisiongates.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.timeline.HistoryItem;

/** The links that an issue had at a moment, worked back from those it has now, and where the linked issues stood then. */
final class PastLinks {

    private static final String LINK = "Link";
    private static final int MAX_LINKS = 50;

    private final ReplayedIssue issue;
    private final ReplayMoment moment;

    PastLinks(ReplayedIssue issue, ReplayMoment moment) {
        this.issue = issue;
        this.moment = moment;
    }

    List<LinkedIssue> read() {
        Map<LinkKey, LinkedIssue.Link> then = new LinkedHashMap<>();
        issue.now().view().links()
                .forEach(linked -> then.put(new LinkKey(linked.link().type(), linked.link().isOutward(), linked.storedId()),
                        linked.link()));
        for (HistoryItem item : issue.backTo(moment.place(), LINK)) {
            boolean added = !item.to().isEmpty();
            String other = added ? item.to() : item.from();
            LinkedIssue.Link link = issue.reading().link(added ? item.toText() : item.fromText(), other)
                    .orElseThrow(() -> new UnknownValueException("a link of a type that is called otherwise now"));
            long id = issue.reading().issueId(other).orElseThrow(() -> new UnknownValueException("a linked issue that is gone"));
            LinkKey key = new LinkKey(link.type(), link.isOutward(), id);
            if (added ? then.remove(key) == null : then.put(key, link) != null) {
                throw new UnknownValueException("links whose history contradicts itself");
            }
        }
        if (then.size() > MAX_LINKS) {
            throw new UnknownValueException("more than " + MAX_LINKS + " linked issues");
        }
        Map<Long, String> visible = issue.now().view().links().stream().filter(LinkedIssue::isVisible)
                .collect(Collectors.toMap(LinkedIssue::storedId, linked -> linked.key().orElseThrow(), (one, same) -> one));
        return then.entrySet().stream().map(entry -> linked(entry.getValue(), entry.getKey().issue(), visible)).toList();
    }

    /** One that is not linked any more is not named: nobody asked who may see it. */
    private LinkedIssue linked(LinkedIssue.Link link, long other, Map<Long, String> visible) {
        HistoryReading.Standing then = issue.reading().standing(other, moment.at())
                .orElseThrow(() -> new UnknownValueException("where a linked issue stood"));
        return visible.containsKey(other) ? LinkedIssue.visible(link, other, visible.get(other), then.type(), then.status())
                : LinkedIssue.hidden(link, other, then.type(), then.status());
    }

    private record LinkKey(String type, boolean outward, long issue) {
    }
}
