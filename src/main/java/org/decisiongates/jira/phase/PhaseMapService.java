package org.decisiongates.jira.phase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.issue.PhaseProposal;
import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.issuetype.PhaseMaps;
import org.decisiongates.jira.platform.project.ProjectDeletedListener;
import org.decisiongates.jira.platform.project.ProjectSetting;
import org.decisiongates.jira.platform.project.SettingChange;
import org.decisiongates.jira.platform.project.SettingChanges;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.PhaseMap;

/** Reads and changes the phase map of a project. The statuses that the app brings are in no map: what they stand for is fixed. */
@JiraComponent
public class PhaseMapService implements ProjectDeletedListener {

    static final int MAX_STATUSES = 500;

    private static final Logger LOG = LoggerFactory.getLogger(PhaseMapService.class);
    private static final String LOCK = "org.decisiongates.decision-gates.phase-map";

    private final PhaseMaps maps;
    private final OwnIssueTypes types;
    private final WorkflowsInUse workflows;
    private final ConstantsManager constants;
    private final ClusterLockService locks;
    private final AuditLog log;
    private final SettingChanges changes;

    PhaseMapService(PhaseMaps maps, OwnIssueTypes types, WorkflowsInUse workflows, ConstantsManager constants, ClusterLockService locks,
            SettingChanges changes, AuditLog log) {
        this.maps = maps;
        this.types = types;
        this.workflows = workflows;
        this.constants = constants;
        this.locks = locks;
        this.log = log;
        this.changes = changes;
    }

    PhaseMap map(Project project) {
        return maps.of(project.getId());
    }

    /** Who changed it last, and when; empty where nobody did, or it is not known. */
    Optional<SettingChange> lastChange(Project project) {
        return changes.last(ProjectSetting.PHASE_MAP, project.getId());
    }

    /** The same as a sentence. */
    List<String> changed(Project project) {
        return changes.sentence(ProjectSetting.PHASE_MAP, project.getId());
    }

    /** The statuses of the workflows of the project's Decisions and Blockers, in their order, and behind them what else is mapped. */
    List<StatusOfType> statuses(Project project) {
        PhaseMap map = map(project);
        List<StatusOfType> all = new ArrayList<>();
        for (OwnIssueType type : OwnIssueType.values()) {
            Map<String, Status> used = used(project, type);
            used.values().forEach(status -> all.add(of(type, status, true, project)));
            map.phases().getOrDefault(type.kind(), Map.of()).keySet().stream().filter(id -> !used.containsKey(id))
                    .map(constants::getStatus).filter(status -> status != null)
                    .forEach(status -> all.add(of(type, status, false, project)));
        }
        return all;
    }

    private Map<String, Status> used(Project project, OwnIssueType type) {
        return types.idsIn(type, project.getId()).stream()
                .filter(id -> project.getIssueTypes().stream().anyMatch(has -> has.getId().equals(id)))
                .flatMap(id -> workflows.of(project, id).stream()).flatMap(has -> has.getLinkedStatusObjects().stream())
                .collect(Collectors.toMap(Status::getId, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    private StatusOfType of(OwnIssueType type, Status status, boolean isUsed, Project project) {
        Optional<String> phase = types.phaseOf(type, project.getId(), status.getId()).map(OwnStatus::phase);
        return new StatusOfType(type, status.getId(), status.getName(), types.statusOf(type, status.getId()).isPresent(), isUsed, phase,
                phase.isPresent() ? Optional.empty() : Optional.of(proposal(type, status)));
    }

    private static PhaseProposal proposal(OwnIssueType type, Status status) {
        String category = status.getStatusCategory() == null ? "" : status.getStatusCategory().getKey();
        return switch (type) {
            case DECISION -> PhaseProposal.ofDecision(status.getName(), category);
            case BLOCKER -> PhaseProposal.ofBlocker(status.getName(), category);
        };
    }

    /** What a document says, by ids. Refuses what no status or phase is meant by. */
    Map<Kind, Map<String, String>> read(List<PhaseMapDocument.Entry> entries) {
        Map<Kind, Map<String, String>> phases = new TreeMap<>();
        for (PhaseMapDocument.Entry entry : entries) {
            OwnIssueType type = OwnIssueType.keyed(entry.type())
                    .orElseThrow(() -> new ProblemException(400, "decision-gates.phase.unknown-type", entry.type()));
            String id = status(entry);
            entry.phase().filter(phase -> !isOwn(type, id, phase, entry.status()))
                    .ifPresent(phase -> phases.computeIfAbsent(type.kind(), kind -> new TreeMap<>()).put(id, phase));
        }
        return phases;
    }

    private String status(PhaseMapDocument.Entry entry) {
        List<String> named = constants.getStatuses().stream().filter(status -> status.getName().equalsIgnoreCase(entry.status().strip()))
                .map(Status::getId).toList();
        List<String> meant = named.size() > 1 ? named.stream().filter(id -> entry.id().filter(id::equals).isPresent()).toList() : named;
        if (meant.isEmpty()) {
            throw new ProblemException(400, named.isEmpty() ? "decision-gates.phase.unknown-status"
                    : "decision-gates.phase.ambiguous-status", entry.status(), String.join(", ", named));
        }
        return meant.get(0);
    }

    /** Whether it is the app's own, and so in no map; refuses another phase for it. */
    private boolean isOwn(OwnIssueType type, String id, String phase, String name) {
        Optional<OwnStatus> own = types.statusOf(type, id);
        if (own.isPresent() && !own.get().phase().equals(phase)) {
            throw new ProblemException(400, "decision-gates.phase.own-status", name, own.get().label());
        }
        return own.isPresent();
    }

    /**
     * Has these statuses stand for these phases, and no others. Statuses that are gone keep what they stood for: the past has them.
     *
     * @param basedOn the revision that was seen
     */
    PhaseMap save(Project project, int basedOn, Map<Kind, Map<String, String>> wanted) {
        wanted.forEach((kind, ofKind) -> ofKind.values().stream().filter(phase -> !PhaseMap.isPhaseOf(kind, phase)).findFirst()
                .ifPresent(phase -> {
                    throw new ProblemException(400, "decision-gates.phase.unknown-phase", phase, phases(kind));
                }));
        if (wanted.values().stream().mapToInt(Map::size).sum() > MAX_STATUSES) {
            throw new ProblemException(400, "decision-gates.phase.too-many", MAX_STATUSES);
        }
        Lock lock = locks.getLockForName(LOCK);
        lock.lock();
        try {
            PhaseMap now = map(project);
            if (now.revision() != basedOn) {
                throw new ProblemException(409, "decision-gates.phase.changed", project.getKey());
            }
            PhaseMap next = new PhaseMap(basedOn + 1, with(wanted, now));
            if (next.phases().equals(now.phases())) {
                return now;
            }
            maps.store(project.getId(), next);
            log.record(new ConfigurationChange("phases-changed", Optional.of(project), shown(now), shown(next)));
            changes.record(ProjectSetting.PHASE_MAP, project.getId());
            LOG.info("the phase map of project {} is changed: revision {}", project.getKey(), next.revision());
            return next;
        } finally {
            lock.unlock();
        }
    }

    private String shown(PhaseMap map) {
        return map.phases().entrySet().stream().flatMap(ofKind -> ofKind.getValue().entrySet().stream()
                .map(entry -> ofKind.getKey().name().toLowerCase(Locale.ROOT) + ": "
                        + Optional.ofNullable(constants.getStatus(entry.getKey())).map(Status::getName).orElse(entry.getKey()) + " = "
                        + entry.getValue()))
                .sorted().collect(Collectors.joining("; "));
    }

    /** Whether no status that this Jira has stands for a phase by the map. */
    boolean isEmpty(Project project) {
        PhaseMap now = map(project);
        return with(Map.of(), now).equals(now.phases());
    }

    /** Has no status stand for a phase by the map any more, apart from those that are gone. */
    void clear(Project project) {
        save(project, map(project).revision(), Map.of());
    }

    @Override
    public boolean isKeeping(long projectId) {
        return listed().contains(projectId);
    }

    @Override
    public Set<Long> listed() {
        return maps.projects();
    }

    @Override
    public void deleted(long projectId) {
        Lock lock = locks.getLockForName(LOCK);
        lock.lock();
        try {
            maps.remove(projectId);
        } finally {
            lock.unlock();
        }
    }

    private Map<Kind, Map<String, String>> with(Map<Kind, Map<String, String>> wanted, PhaseMap now) {
        Map<Kind, Map<String, String>> all = new TreeMap<>();
        now.phases().forEach((kind, ofKind) -> ofKind.forEach((status, phase) -> {
            if (constants.getStatus(status) == null) {
                all.computeIfAbsent(kind, any -> new TreeMap<>()).put(status, phase);
            }
        }));
        wanted.forEach((kind, ofKind) -> all.computeIfAbsent(kind, any -> new TreeMap<>()).putAll(ofKind));
        all.values().removeIf(Map::isEmpty);
        return all;
    }

    private static String phases(Kind kind) {
        return OwnStatus.all().stream().filter(status -> status.type().kind() == kind).map(OwnStatus::phase)
                .collect(Collectors.joining(", "));
    }
}
