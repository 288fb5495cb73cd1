package org.decisiongates.jira.audit;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.audit.GateSeal;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.timeline.Page.Position;

public class AuditExportTest {

    private static final Instant SEALED = Instant.parse("2026-11-22T09:01:00Z");

    @Test
    public void writesALineForEachEntryWithItsSeal() throws IOException {
        String csv = text(AuditExport.CSV, parts(entry(57, "SHOP-1")));

        assertEquals("""
                sequence,at,issue,issueId,workflow,actionId,transition,actor,source,policy,policyVersion,gate,\
                enforcement,verdict,outcome,results,settingsHash,position,sealedAt,hash,projectHash
                57,2026-11-22T09:00:00Z,SHOP-1,1,Decision workflow,21,Decide,lead,REST,workflow,0,inline,\
                ENFORCE,FAILED,REFUSED,has-owner FAILED ENFORCE; has-trade-off WAIVED ADVISE of product 3,%s,12,\
                2026-11-22T09:01:00Z,abc,def
                """.formatted("0123456789abcdef".repeat(4)).replace("\n", "\r\n"), csv);
    }

    @Test
    public void keepsFormulasFromRunning() throws IOException {
        AuditEntry formula = new AuditEntry(1, aGateEvent().transition("=HYPERLINK(\"x\")").by("@SUM(A1)").event(), Optional.empty(),
                Optional.empty());

        String csv = text(AuditExport.CSV, parts(formula));

        assertTrue(csv, csv.contains(",\"'=HYPERLINK(\"\"x\"\")\",'@SUM(A1),"));
    }

    @Test
    public void writesJsonThatCanBeRead() throws IOException {
        String json = text(AuditExport.JSON, parts(entry(57, "SHOP-1"), entry(56, "SHOP-1")));

        assertTrue(json, json.startsWith("{\"entries\":[\n{\"sequence\":57,") && json.endsWith("}],\n\"hidden\":7}\n"));
        assertTrue(json, json.contains("},\n{\"sequence\":56,"));
        assertEquals("{\"entries\":[],\n\"hidden\":7}\n", text(AuditExport.JSON, parts()));
    }

    /** No more than a part is held: the next one is asked for when the one before was written. */
    @Test
    public void asksForAPartWhenTheOneBeforeIsWritten() throws IOException {
        for (AuditExport format : AuditExport.values()) {
            List<String> steps = new ArrayList<>();
            OutputStream out = new OutputStream() {
                @Override
                public void write(int one) {
                    throw new AssertionError("one byte at a time");
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    if (!steps.get(steps.size() - 1).equals("written")) {
                        steps.add("written");
                    }
                }
            };
            format.write(after -> {
                int part = after.values().isEmpty() ? 0 : after.values().get(0).intValue();
                steps.add("part " + part);
                return new AuditReader.AuditPage(IntStream.range(0, 500).mapToObj(i -> entry(i, "SHOP-1")).toList(), 0,
                        part < 3 ? Optional.of(new Position(List.of(part + 1L, 1L))) : Optional.empty());
            }, out);
            assertEquals(List.of("part 0", "written", "part 1", "written", "part 2", "written", "part 3", "written"), steps);
        }
    }

    private static Function<Position, AuditReader.AuditPage> parts(AuditEntry... entries) {
        return after -> new AuditReader.AuditPage(List.of(entries), entries.length == 1 ? 0 : 7, Optional.empty());
    }

    private static AuditEntry entry(long sequence, String key) {
        return new AuditEntry(sequence,
                aGateEvent().refusedBy("has-owner")
                        .saying("has-trade-off", "WAIVED", "ADVISE", Optional.of(new PolicyVersion("product", 3)))
                        .event(),
                Optional.of(key),
                Optional.of(new GateSeal(sequence, "i1", org.decisiongates.audit.SealChain.ofProject(10000).link(12), SEALED,
                        "abc", "def")));
    }

    private static String text(AuditExport format, Function<Position, AuditReader.AuditPage> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(parts, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
