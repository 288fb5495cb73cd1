package org.decisiongates.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueComment;
import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.Reference;
import org.decisiongates.issue.UnknownAnswerException;
import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.policy.TransitionChanges;
import org.decisiongates.replay.FieldHistoryFormat.Kind;
import org.decisiongates.timeline.HistoryItem;

/**
 * An issue as a gate saw it at a moment of its past, worked back from what it is now. What nothing tells of that moment is an
 * {@link UnknownValueException}, so that no rule passes by accident: groups and roles, comments, threads, approvals, follow-ups, accounts
 * that cannot be assigned work now, what was typed on the screen of a transition that was refused.
 */
public final class PastIssue implements IssueView, TransitionChanges {

    private static final String ATTACHMENT = "Attachment";
    private static final Field RESOLUTION = new Field("resolution");
    private static final Field RESOLVED = new Field("resolutiondate");

    private final ReplayedIssue issue;
    private final ReplayMoment moment;
    private final ScreenFields screen;
    private List<LinkedIssue> links;

    PastIssue(ReplayedIssue issue, ReplayMoment moment, ScreenFields screen) {
        this.issue = issue;
        this.moment = moment;
        this.screen = screen;
    }

    @Override
    public IssueStatus status() {
        return issue.reading().status(issue.projectAt(moment.place()), issue.typeIdAt(moment.place()),
                issue.statusIdAt(moment.place()), issue.statusNameAt(moment.place()));
    }

    @Override
    public String type() {
        return issue.reading().type(issue.projectAt(moment.place()), issue.typeIdAt(moment.place()));
    }

    /** By the fields there are now. Of an issue that was of another type, or in another project, nobody knows which applied. */
    @Override
    public boolean has(Field field) {
        if (!issue.hadTheSameFields(moment.place())) {
            throw new UnknownValueException("which fields the issue had before it was moved");
        }
        return now().has(field);
    }

    @Override
    public boolean isSet(Field field) {
        FieldValues values = values(field);
        return values.kind().isOfMany() ? !values.idsAt(placeOf(values, field), idsNow(field)).isEmpty()
                : value(field, view -> view.isSet(field), (kind, item) -> FieldValues.isSomething(item));
    }

    @Override
    public Optional<Person> person(Field field) {
        return known(value(field, view -> view.person(field), (of, item) -> of.require(Kind.PERSON).person(item)));
    }

    @Override
    public List<Person> people(Field field) {
        return value(field, view -> view.people(field), (of, item) -> of.require(Kind.PERSON).person(item).stream().toList())
                .stream().map(person -> known(Optional.of(person)).get()).toList();
    }

    @Override
    public Optional<LocalDate> date(Field field) {
        return value(field, view -> view.date(field), (of, item) -> of.require(Kind.DAY).day(item));
    }

    @Override
    public Optional<Instant> moment(Field field) {
        return value(field, view -> view.moment(field), (of, item) -> {
            throw of.unknown("its history has no moments");
        });
    }

    @Override
    public Optional<BigDecimal> number(Field field) {
        return value(field, view -> view.number(field), (of, item) -> of.require(Kind.NUMBER).number(item));
    }

    @Override
    public List<Choice> choices(Field field) {
        return value(field, view -> view.choices(field), (of, item) -> {
            if (of.kind() != Kind.CHOICE && of.kind() != Kind.LABELS) {
                throw of.unknown("its history does not say what was chosen");
            }
            return of.choices(item);
        });
    }

    /** Of what it holds now the host knows more than the name; of what it held, only what that is called now. */
    @Override
    public boolean saysYes(Field field) {
        return value(field, view -> view.saysYes(field), (of, item) -> {
            try {
                return IssueView.super.saysYes(field);
            } catch (UnknownAnswerException e) {
                throw of.unknown("it had an option that is called otherwise now");
            }
        });
    }

    @Override
    public List<ProjectVersion> versions(Field field) {
        FieldValues values = values(field);
        if (values.kind() != Kind.VERSIONS) {
            return value(field, view -> view.versions(field), (of, item) -> {
                throw of.unknown("its history does not say which versions");
            });
        }
        Map<String, ProjectVersion> present = now().versions(field).stream()
                .collect(Collectors.toMap(ProjectVersion::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        return values.idsAt(placeOf(values, field), present.keySet()).stream()
                .map(id -> Optional.ofNullable(present.get(id)).orElseGet(() -> values.version(id))).toList();
    }

    @Override
    public String text(Field field) {
        return value(field, view -> view.text(field), (of, item) -> {
            of.require(Kind.TEXT);
            return item.fromText();
        });
    }

    /** As it is called now. */
    @Override
    public Optional<String> nameOf(Reference reference) {
        return now().nameOf(reference);
    }

    @Override
    public boolean isInGroup(String userKey, String group) {
        throw new UnknownValueException("who was in the group " + group);
    }

    @Override
    public boolean isInRole(String userKey, String role) {
        throw new UnknownValueException("who had the role " + role);
    }

    @Override
    public boolean maySee(String userKey) {
        throw new UnknownValueException("who could see the issue");
    }

    @Override
    public List<LinkedIssue> links() {
        if (links == null) {
            links = new PastLinks(issue, moment).read();
        }
        return links;
    }

    @Override
    public Set<String> phasesVisited() {
        String type = issue.typeIdAt(moment.place());
        long project = issue.projectAt(moment.place());
        Set<String> phases = new HashSet<>();
        status().phase().ifPresent(phases::add);
        issue.history().groups().subList(0, moment.place()).stream().flatMap(group -> group.items().stream())
                .filter(IssueHistory::isStatus)
                .flatMap(item -> Stream.of(issue.reading().status(project, type, item.from(), item.fromText()),
                        issue.reading().status(project, type, item.to(), item.toText())))
                .forEach(status -> status.phase().ifPresent(phases::add));
        return phases;
    }

    @Override
    public List<IssueComment> comments() {
        throw new UnknownValueException("which comments there were, and what they said");
    }

    @Override
    public List<IssueAttachment> attachments() {
        if (issue.removedSince(moment.place(), ATTACHMENT).isPresent()) {
            throw new UnknownValueException("what a file was that has been removed since");
        }
        return now().attachments().stream().filter(file -> !file.at().isAfter(moment.at())).toList();
    }

    @Override
    public IssueRecords records() {
        return issue.recordsAt(moment.at());
    }

    @Override
    public List<FollowUp> followUps() {
        throw new UnknownValueException("what had become of follow-ups");
    }

    @Override
    public List<IssueApproval> approvals() {
        throw new UnknownValueException("who had approved what");
    }

    @Override
    public ApprovedScope approvedScope() {
        throw new UnknownValueException("what had become of the approved scope");
    }

    @Override
    public List<IssueThread> threads() {
        throw new UnknownValueException("what had become of feedback threads");
    }

    @Override
    public List<IssueDispute> disputes() {
        throw new UnknownValueException("what was disputed");
    }

    @Override
    public Optional<Person> personWithKey(String userKey) {
        return known(Optional.of(now().personWithKey(userKey)
                .orElseThrow(() -> new UnknownValueException("an account that is gone"))));
    }

    @Override
    public boolean changes(Field field) {
        FieldValues values = values(field);
        if (values.kind() == Kind.UNRECORDED) {
            throw values.unknown("its history is not kept");
        }
        return placeOf(values, field) > moment.place();
    }

    @Override
    public boolean namedBefore(Field field, String userKey) {
        FieldValues values = values(field);
        List<Person> named = values.isAsNow(moment.place()) ? now().people(field)
                : values.require(Kind.PERSON).person(values.next(moment.place()).orElseThrow()).stream().toList();
        return named.stream().anyMatch(person -> person.key().equals(userKey));
    }

    @Override
    public String comment() {
        throw new UnknownValueException("what was written with the transition");
    }

    private IssueView now() {
        return issue.now().view();
    }

    private FieldValues values(Field field) {
        // the host sets it with the resolution, and has no history of it
        if (field.equals(RESOLVED) && !issue.values(RESOLUTION).isAsNow(moment.place())) {
            throw new UnknownValueException("when the issue had been resolved");
        }
        return issue.values(field);
    }

    /** What the field held: what it holds now where nothing changed it since, else what the next change began with. */
    private <T> T value(Field field, Function<IssueView, T> present, BiFunction<FieldValues, HistoryItem, T> past) {
        FieldValues values = values(field);
        return values.next(placeOf(values, field)).map(item -> past.apply(values, item)).orElseGet(() -> present.apply(now()));
    }

    /**
     * The place at which the gate saw the field: behind the transition where it was edited on its screen. What a transition changed beside
     * its screen may have come from a function of the workflow, which runs behind the gates.
     */
    private int placeOf(FieldValues values, Field field) {
        if (moment.entered().isEmpty()) {
            if (screen.placeOf(field) != ScreenFields.Place.OFF || moment.wasMadeByAProgram()) {
                throw values.unknown("it may have been typed at a transition that changed nothing");
            }
            return moment.place();
        }
        if (!values.changesAt(moment.place())) {
            return moment.place();
        }
        if (screen.placeOf(field) != ScreenFields.Place.ON) {
            throw values.unknown("it changed with the transition, and was not on its screen");
        }
        return moment.place() + 1;
    }

    /** An account that may do less now may have been allowed to do more then. */
    private static Optional<Person> known(Optional<Person> person) {
        if (person.filter(one -> !one.active() || !one.assignable()).isPresent()) {
            throw new UnknownValueException("what an account could do then");
        }
        return person;
    }

    private Set<String> idsNow(Field field) {
        if (values(field).kind() == Kind.VERSIONS) {
            return now().versions(field).stream().map(ProjectVersion::id).collect(Collectors.toSet());
        }
        if (!values(field).isAsNow(moment.place())) {
            throw values(field).unknown("its history does not say what was left");
        }
        return now().isSet(field) ? Set.of("present") : Set.of();
    }
}
