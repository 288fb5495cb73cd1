package org.decisiongates.sandbox.jira.data;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.sandbox.jira.model.SandboxJira;

/**
 * Reads what Jira's own search answers ({@code /rest/api/2/search?expand=changelog,names,schema}), one issue at a time. What cannot be
 * taken is left out and named in the report; an issue is taken whole or not at all.
 */
public final class SearchExport {

    private static final Logger LOG = LoggerFactory.getLogger(SearchExport.class);

    /** Opens the export; it is read twice. */
    public interface Source {
        InputStream open() throws IOException;
    }

    private final SandboxJira jira;
    private final Source source;
    private final SampleTime shift;
    private final ObjectMapper mapper = new ObjectMapper();
    private final ImportReport report = new ImportReport();
    private Optional<Instant> loadedUntil = Optional.empty();

    SearchExport(SandboxJira jira, Source source, SampleTime shift) {
        this.jira = jira;
        this.source = source;
        this.shift = shift;
    }

    /** Imports everything that can be. */
    public ImportReport load() {
        return load(Optional.empty());
    }

    /**
     * Imports everything as it was at {@code moment}. Called once more with a later one it goes on from there: issues that are here become
     * what they were then, and get what their histories and comments have of the time between.
     */
    ImportReport loadUntil(Instant moment) {
        ImportReport loaded = load(Optional.of(moment));
        loadedUntil = Optional.of(moment);
        return loaded;
    }

    private ImportReport load(Optional<Instant> until) {
        try {
            Map<String, String> names = names();
            ExportedIssue reader = new ExportedIssue(jira, report, names, shift);
            Optional<IssueAsOf> past = until.map(moment -> new IssueAsOf(names, at -> !reader.isAfter(at, moment)));
            List<ExportedLink> links = new ArrayList<>();
            try (JsonParser json = parser()) {
                if (find(json, "issues") && json.currentToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        JsonNode issue = mapper.readTree(json);
                        past.map(then -> then.of(issue)).orElse(Optional.of(issue)).ifPresent(one -> take(reader, one, links));
                    }
                } else {
                    report.stop("the file holds no list 'issues', so it is not an answer of Jira's search.");
                }
            } finally {
                links.stream().filter(link -> until.isEmpty() || reader.hasBoth(link))
                        .forEach(link -> reader.link(link, loadedUntil.isEmpty()));
            }
        } catch (JsonProcessingException e) {
            report.stop("the file is not JSON from line " + (e.getLocation() == null ? "1" : e.getLocation().getLineNr()) + " on: "
                    + e.getOriginalMessage());
        } catch (IOException e) {
            LOG.error("The export cannot be read", e);
            report.stop("the file cannot be read: " + e.getMessage());
        }
        return report;
    }

    private void take(ExportedIssue reader, JsonNode issue, List<ExportedLink> links) {
        String key = issue.path("key").asText("an issue without key");
        try {
            if (loadedUntil.isPresent() && reader.goOn(issue, loadedUntil.get())) {
                links.addAll(ExportedLink.of(issue));
            } else if (reader.take(issue)) {
                report.took();
                links.addAll(ExportedLink.of(issue));
            }
        } catch (RuntimeException e) {
            LOG.warn("Issue {} of the export could not be taken", key, e);
            report.skip("issue " + key + ": " + e.getMessage());
        }
    }

    /** Names of fields by their id in the export; they stand after the issues. */
    private Map<String, String> names() throws IOException {
        Map<String, String> names = new HashMap<>();
        try (JsonParser json = parser()) {
            if (find(json, "names") && json.currentToken() == JsonToken.START_OBJECT) {
                JsonNode node = mapper.readTree(json);
                node.fields().forEachRemaining(entry -> names.put(entry.getKey(), entry.getValue().asText()));
            }
        } catch (JsonProcessingException e) {
            // said when the issues are read
            LOG.debug("No field names before the damage", e);
        }
        return names;
    }

    private JsonParser parser() throws IOException {
        InputStream in = source.open();
        if (in == null) {
            throw new IOException("it is not there");
        }
        return new JsonFactory(mapper).createParser(in);
    }

    /** Moves to the value of a member of the outermost object. */
    private static boolean find(JsonParser json, String member) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = member.equals(json.currentName());
            json.nextToken();
            if (found) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }
}
