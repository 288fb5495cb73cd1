package org.decisiongates.store.record;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.RecordParts;

/** A row on its way to its columns and back. */
final class RecordColumns {

    private RecordColumns() {
    }

    static Map<String, Object> of(IssueRecord row) {
        Map<String, Object> columns = new HashMap<>(16);
        columns.put(RecordRow.RECORD_KIND, row.kind().name());
        RecordParts.of(row).forEach((part, text) -> columns.put(column(part), isNumber(part) ? Long.valueOf(text) : text));
        return columns;
    }

    static void put(RecordRow stored, IssueRecord row) {
        Map<String, Object> columns = of(row);
        stored.setRecordState((String) columns.get(RecordRow.RECORD_STATE));
        stored.setRecordText((String) columns.get(RecordRow.RECORD_TEXT));
        stored.setDetail((String) columns.get(RecordRow.DETAIL));
        stored.setPersonKey((String) columns.get(RecordRow.PERSON_KEY));
        stored.setDueDay((String) columns.get(RecordRow.DUE_DAY));
        stored.setAmount((String) columns.get(RecordRow.AMOUNT));
        stored.setAmountUnit((String) columns.get(RecordRow.AMOUNT_UNIT));
        stored.setCriterionId((Long) columns.get(RecordRow.CRITERION_ID));
        stored.setExposure((String) columns.get(RecordRow.EXPOSURE));
        stored.setOutcome((String) columns.get(RecordRow.OUTCOME));
        stored.setHypothesisId((Long) columns.get(RecordRow.HYPOTHESIS_ID));
        stored.setFollowUpId((Long) columns.get(RecordRow.FOLLOW_UP_ID));
    }

    private static boolean isNumber(RecordPart part) {
        return switch (part.form()) {
            case CRITERION, HYPOTHESIS, ISSUE -> true;
            default -> false;
        };
    }

    static IssueRecord row(RecordRow stored) {
        Kind kind = Kind.valueOf(stored.getRecordKind());
        Map<RecordPart, String> parts = new EnumMap<>(RecordPart.class);
        for (RecordPart part : RecordPart.of(kind)) {
            String text = text(stored, column(part));
            if (text != null) {
                parts.put(part, text);
            }
        }
        return RecordParts.row(kind, parts);
    }

    private static String text(RecordRow stored, String column) {
        return switch (column) {
            case RecordRow.RECORD_STATE -> stored.getRecordState();
            case RecordRow.RECORD_TEXT -> stored.getRecordText();
            case RecordRow.DETAIL -> stored.getDetail();
            case RecordRow.PERSON_KEY -> stored.getPersonKey();
            case RecordRow.DUE_DAY -> stored.getDueDay();
            case RecordRow.AMOUNT -> stored.getAmount();
            case RecordRow.AMOUNT_UNIT -> stored.getAmountUnit();
            case RecordRow.EXPOSURE -> stored.getExposure();
            case RecordRow.OUTCOME -> stored.getOutcome();
            case RecordRow.HYPOTHESIS_ID -> number(stored.getHypothesisId());
            case RecordRow.FOLLOW_UP_ID -> number(stored.getFollowUpId());
            default -> number(stored.getCriterionId());
        };
    }

    private static String number(Long stored) {
        return stored == null ? null : String.valueOf(stored);
    }

    private static String column(RecordPart part) {
        return switch (part) {
            case PATH, STATE -> RecordRow.RECORD_STATE;
            case TEXT, AUDIENCE -> RecordRow.RECORD_TEXT;
            case MEASURE, REASON, CHANNEL, REFERENCE -> RecordRow.DETAIL;
            case VERIFIER, OWNER, APPROVER, ACCEPTED_BY -> RecordRow.PERSON_KEY;
            case EXPIRY, NEXT_UPDATE, CHECK_DATE -> RecordRow.DUE_DAY;
            case TARGET -> RecordRow.AMOUNT;
            case UNIT -> RecordRow.AMOUNT_UNIT;
            case CRITERION -> RecordRow.CRITERION_ID;
            case EXPOSURE -> RecordRow.EXPOSURE;
            case OUTCOME -> RecordRow.OUTCOME;
            case HYPOTHESIS -> RecordRow.HYPOTHESIS_ID;
            case FOLLOW_UP -> RecordRow.FOLLOW_UP_ID;
        };
    }
}
