package org.decisiongates.summary.compose;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwnerLoad;

/** What each owner has to decide. */
final class Loads {

    private static final int MOST_KEYS = 5;
    private static final Comparator<OwnerLoad> ORDER = Comparator.<OwnerLoad, Boolean>comparing(load -> load.owner().isPresent())
            .thenComparing(load -> load.nextDue().orElse(LocalDate.MAX)).thenComparing(Comparator.comparing(OwnerLoad::open).reversed())
            .thenComparing(load -> load.owner().orElse("")).thenComparing(OwnerLoad::active);

    private Loads() {
    }

    /** Nobody first, then whoever has to decide next. */
    static List<OwnerLoad> of(List<OpenItem> decisions) {
        Map<List<Object>, List<OpenItem>> byOwner = decisions.stream()
                .collect(Collectors.groupingBy(item -> List.of(item.owner(), item.ownerActive()), LinkedHashMap::new, Collectors.toList()));
        return byOwner.values().stream().map(Loads::load).sorted(ORDER).toList();
    }

    private static OwnerLoad load(List<OpenItem> items) {
        OpenItem any = items.get(0);
        return new OwnerLoad(any.owner(), any.ownerActive(), items.size(), items.stream().filter(OpenItem::overdue).count(),
                items.stream().flatMap(item -> item.due().stream()).min(Comparator.naturalOrder()),
                items.stream().sorted(Orders.DECISIONS).limit(MOST_KEYS).map(OpenItem::key).toList());
    }
}
