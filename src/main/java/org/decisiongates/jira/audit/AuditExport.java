package org.decisiongates.jira.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MediaType;

import org.decisiongates.audit.GateSeal;
import org.decisiongates.json.Json;
import org.decisiongates.text.Csv;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.Page.Position;

/** A file of the journal of gates. It is written a part at a time, so that its length costs no memory. */
enum AuditExport {

    CSV("text/csv") {
        @Override
        void write(Function<Position, AuditReader.AuditPage> parts, Writer out) throws IOException {
            out.write(Csv.line(COLUMNS));
            int hidden = 0;
            Optional<Position> next = Optional.of(Position.START);
            while (next.isPresent()) {
                AuditReader.AuditPage part = parts.apply(next.get());
                for (AuditEntry entry : part.entries()) {
                    out.write(Csv.line(cells(entry)));
                }
                hidden += part.hidden();
                next = part.next();
            }
            if (hidden > 0) {
                out.write(Csv.line(List.of("hidden", String.valueOf(hidden))));
            }
        }
    },

    JSON(MediaType.APPLICATION_JSON) {
        @Override
        void write(Function<Position, AuditReader.AuditPage> parts, Writer out) throws IOException {
            out.write("{\"entries\":[");
            int hidden = 0;
            String between = "";
            Optional<Position> next = Optional.of(Position.START);
            while (next.isPresent()) {
                AuditReader.AuditPage part = parts.apply(next.get());
                for (AuditEntry entry : part.entries()) {
                    out.write(between + "\n" + Json.write(AuditResource.Entry.of(entry)));
                    between = ",";
                }
                hidden += part.hidden();
                next = part.next();
            }
            out.write("],\n\"hidden\":" + hidden + "}\n");
        }
    };

    private static final List<String> COLUMNS = List.of("sequence", "at", "issue", "issueId", "workflow", "actionId", "transition", "actor",
            "source", "policy", "policyVersion", "gate", "enforcement", "verdict", "outcome", "results", "settingsHash", "position",
            "sealedAt",
            "hash", "projectHash");

    private final String type;

    AuditExport(String type) {
        this.type = type;
    }

    /** The format of this name, in any case; CSV where none is named. */
    static Optional<AuditExport> named(String name) {
        return name == null || name.isEmpty() ? Optional.of(CSV)
                : Arrays.stream(values()).filter(one -> one.extension().equalsIgnoreCase(name)).findFirst();
    }

    abstract void write(Function<Position, AuditReader.AuditPage> parts, Writer out) throws IOException;

    /** @param parts reads the part behind a place */
    void write(Function<Position, AuditReader.AuditPage> parts, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(parts, writer);
        writer.flush();
    }

    String type() {
        return type;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<String> cells(AuditEntry entry) {
        GateEvent event = entry.event();
        return List.of(String.valueOf(entry.sequence()), event.at().toString(), entry.issueKey().orElse(""),
                event.issueId().stream().mapToObj(String::valueOf).findFirst().orElse(""), event.workflow(),
                String.valueOf(event.actionId()), event.transition(), event.actor(), event.source(), event.gate().policy(),
                String.valueOf(event.gate().version()), event.gate().key(), event.gate().enforcement(), event.verdict(),
                event.outcome().name(), event.results().stream().map(AuditExport::result).collect(Collectors.joining("; ")),
                event.gate().settingsHash(), entry.position().map(String::valueOf).orElse(""),
                entry.seal().map(seal -> seal.at().toString()).orElse(""), entry.seal().map(GateSeal::hash).orElse(""),
                entry.seal().map(GateSeal::projectHash).orElse(""));
    }

    private static String result(GateEvent.RuleEntry entry) {
        return entry.rule() + " " + entry.result() + " " + entry.enforcement()
                + entry.origin().map(policy -> " of " + policy.journalKey() + " " + policy.version()).orElse("");
    }
}
