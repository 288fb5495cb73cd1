package org.decisiongates.jira.blocker;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.creation.CreationInput;
import org.decisiongates.jira.creation.DayInputs;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.record.RecordParser;
import org.decisiongates.record.RecordPart;

/** Reads who is told of a Blocker that customers notice, and how, as it was typed with the Blocker. */
@JiraComponent
public class CommunicationPlans {

    private static final Map<RecordPart, BlockerInput> INPUTS = Map.of(RecordPart.AUDIENCE, BlockerInput.AUDIENCE, RecordPart.CHANNEL,
            BlockerInput.CHANNEL, RecordPart.OWNER, BlockerInput.WRITER, RecordPart.NEXT_UPDATE, BlockerInput.NEXT_UPDATE);

    private final UserManager users;
    private final DayParser days;
    private final DayInputs dayInputs;
    private final JiraTexts texts;

    CommunicationPlans(UserManager users, DayParser days, DayInputs dayInputs, JiraTexts texts) {
        this.users = users;
        this.days = days;
        this.dayInputs = dayInputs;
        this.texts = texts;
    }

    /** The plan when nothing is wrong with it; what is wrong is added to {@code faults}. A plan of which a part is missing is none. */
    Optional<CommunicationPlan> read(CreationFormValues inputs, Map<CreationInput, String> faults) {
        Map<RecordPart, String> typed = new EnumMap<>(RecordPart.class);
        INPUTS.forEach((part, input) -> {
            typed.put(part, part == RecordPart.NEXT_UPDATE ? day(inputs.text(input)) : inputs.text(input));
            if (inputs.text(input).isEmpty()) {
                faults.put(input, texts.text("decision-gates.jira.blocker.missing." + input.key()));
            }
        });
        dayInputs.faultOf(BlockerInput.NEXT_UPDATE, inputs).ifPresent(fault -> faults.put(BlockerInput.NEXT_UPDATE, fault));
        RecordParser.ParsedRecord read = RecordParser.read(IssueRecord.Kind.COMMUNICATION_PLAN, typed, new People());
        read.faults().forEach((part, fault) -> faults.putIfAbsent(INPUTS.get(part), texts.text(fault)));
        return read.row().filter(row -> faults.keySet().stream().noneMatch(INPUTS::containsValue)).map(CommunicationPlan.class::cast);
    }

    /** A day in the form of records; what is none as it was typed. */
    private String day(String typed) {
        return days.day(typed).map(LocalDate::toString).orElse(typed);
    }

    /** A plan names nobody but users. */
    private final class People implements RecordParser.Lookup {

        @Override
        public Optional<String> userKey(String typed) {
            ApplicationUser named = users.getUserByName(typed);
            return Optional.ofNullable(named == null ? users.getUserByKey(typed) : named).map(ApplicationUser::getKey);
        }

        @Override
        public boolean hasCriterion(long id) {
            return false;
        }

        @Override
        public boolean hasHypothesis(long id) {
            return false;
        }

        @Override
        public OptionalLong otherIssue(String typed) {
            return OptionalLong.empty();
        }

        @Override
        public boolean hasAttachment(String name) {
            return false;
        }
    }
}
