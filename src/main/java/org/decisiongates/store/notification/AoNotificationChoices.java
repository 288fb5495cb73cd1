package org.decisiongates.store.notification;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.NotificationChoices;
import org.decisiongates.notification.QuietHours;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.UniqueInsert;
import org.decisiongates.text.Sha256;

/** What people have chosen about e-mails, in the product's database. */
@JiraComponent
public final class AoNotificationChoices implements NotificationChoices {

    private static final Logger LOG = LoggerFactory.getLogger(AoNotificationChoices.class);
    private static final String NAMED = NotificationChoiceRow.CHOICE_NAME + " = ?";

    private final ActiveObjects ao;

    public AoNotificationChoices(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Map<String, Optional<NotificationChoice>> of(Collection<String> userKeys) {
        if (userKeys.isEmpty()) {
            return Map.of();
        }
        List<String> names = userKeys.stream().map(AoNotificationChoices::name).toList();
        Query query = Query.select().where(SqlPlaceholders.in(NotificationChoiceRow.CHOICE_NAME, names), names.toArray());
        return ao.executeInTransaction(
                () -> Arrays.stream(ao.find(NotificationChoiceRow.class, query))
                        .collect(Collectors.toMap(NotificationChoiceRow::getPersonKey, AoNotificationChoices::choice)));
    }

    @Override
    public void put(NotificationChoice choice) {
        String name = name(choice.person());
        if (!update(name, choice)) {
            Map<String, Object> row = new HashMap<>(16);
            row.put(NotificationChoiceRow.CHOICE_NAME, name);
            row.put(NotificationChoiceRow.PERSON_KEY, choice.person());
            row.put(NotificationChoiceRow.DELIVERY, choice.delivery().name());
            row.put(NotificationChoiceRow.DAILY_HOUR, choice.hour());
            row.put(NotificationChoiceRow.QUIET_FROM, choice.quiet().from());
            row.put(NotificationChoiceRow.QUIET_TO, choice.quiet().to());
            row.put(NotificationChoiceRow.QUIET_WEEKENDS, choice.quiet().weekends());
            row.put(NotificationChoiceRow.HTML_FORM, choice.html());
            if (!UniqueInsert.into(ao, NotificationChoiceRow.class, row, Query.select().where(NAMED, name))) {
                // the same person did it on another node at the same time
                update(name, choice);
            }
        }
    }

    private boolean update(String name, NotificationChoice choice) {
        NotificationChoiceRow[] rows = ao.find(NotificationChoiceRow.class, Query.select().where(NAMED, name));
        for (NotificationChoiceRow row : rows) {
            row.setDelivery(choice.delivery().name());
            row.setDailyHour(choice.hour());
            row.setQuietFrom(choice.quiet().from());
            row.setQuietTo(choice.quiet().to());
            row.setQuietWeekends(choice.quiet().weekends());
            row.setHtmlForm(choice.html());
            row.save();
        }
        return rows.length > 0;
    }

    private static String name(String userKey) {
        return new Sha256().update(userKey).hex();
    }

    private static Optional<NotificationChoice> choice(NotificationChoiceRow row) {
        try {
            return Optional.of(new NotificationChoice(row.getPersonKey(), Delivery.valueOf(row.getDelivery()), row.getDailyHour(),
                    new QuietHours(row.getQuietFrom(), row.getQuietTo(), row.isQuietWeekends()), row.isHtmlForm()));
        } catch (IllegalArgumentException e) {
            LOG.warn("row {} of {} cannot be read; nothing is sent to that person until they choose again", row.getID(),
                    NotificationChoiceRow.TABLE, e);
            return Optional.empty();
        }
    }
}
