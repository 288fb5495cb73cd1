package org.decisiongates.text.content;

/** Tells a heading that claims something from one that only names what stands below it. */
final class Headings {

    /** Kinds of sections: a heading that ends with one names it, and so does one that only mentions it and says nothing of it. */
    private static final PhraseMatcher TOPICS = PhraseMatcher.of("""
            requirement|requirements|question|questions|scope|note|notes|background|context|goal|goals|objective|objectives|overview
            summary|introduction|description|details|criteria|criterion
            conditions|plan|plans|assumption|assumptions|risk|risks|dependency|dependencies|constraints|approach|solution|problem
            motivation|example|examples|references|reference|attachments
            documentation|stories|story|tasks|checklist|definition|information|topics|agenda|appendix|contacts|stakeholders|timeline
            options|outcome|outcomes|definition of done|definition of ready
            anforderungen|anforderung|fragen|frage|umfang|hinweise|hinweis|hintergrund|kontext|ziel|ziele|überblick|übersicht
            zusammenfassung|einleitung|beschreibung|kriterien|bedingungen|annahmen
            risiken|abhängigkeiten|vorgehen|lösung|beispiel|beispiele|anlagen|notizen|bemerkungen|themen|abgrenzung|rahmen
            exigence|exigences|périmètre|portée|contexte|objectif|objectifs|résumé|aperçu|critère|critères|hypothèses|risques|dépendances
            problème|exemples|remarques
            requisito|requisitos|preguntas|alcance|notas|contexto|objetivo|objetivos|resumen|introducción|descripción|criterios|condiciones
            supuestos|riesgos|dependencias|solución|problema|ejemplos
            requisiti|domande|ambito|contesto|obiettivi|perguntas|escopo|âmbito|eisen|vragen|notities|wymagania|pytania|zakres|uwagi|cele
            požadavky|otázky|rozsah|poznámky
            требования|вопросы|объём|примечания|контекст|цель|цели|описание|критерии|план|риски|вимоги|питання
            gereksinim|gereksinimler|gereksinimleri|soru|sorular|kapsam|kapsamı|kapsam dışı|notlar|bağlam|hedef|hedefler|amaç|açıklama
            kriterler|kriterleri|planı|riskler|arka plan
            需求|要求|问题|問題|范围|範圍|范围外|说明|說明|背景|目标|目標|概述|概要|总结|简介|描述|标准|標準|条件|计划|計劃|方案|假设|风险|依赖|备注|示例|目的
            要件|質問|範囲|対象外|備考|基準|仕様|課題|計画|요구사항|요구 사항|질문|범위|비고|배경|목표|개요|설명|기준|조건|계획
            متطلبات|المتطلبات|أسئلة|الأسئلة|نطاق|النطاق|خارج النطاق|ملاحظات|خلفية|السياق|أهداف|هدف|الهدف|ملخص|مقدمة|وصف|معايير|شروط|خطة
            مخاطر|افتراضات|דרישות|שאלות|היקף|הערות|רקע|מטרה|מטרות|סיכום|תיאור
            ข้อกำหนด|ความต้องการ|คำถาม|ขอบเขต|นอกขอบเขต|หมายเหตุ|บันทึก|ความเป็นมา|บริบท|เป้าหมาย|วัตถุประสงค์|ภาพรวม|สรุป|บทนำ|คำอธิบาย
            รายละเอียด|เกณฑ์|เงื่อนไข|แผน|สมมติฐาน|ความเสี่ยง|आवश्यकताएँ|प्रश्न|दायरा|उद्देश्य
            """);

    /** How a heading begins that asks what stands below it. */
    private static final PhraseMatcher QUESTIONS = PhraseMatcher.of("""
            what|how|why|who|where|which|was|wie|warum|wer|wann|wo|welche|quoi|comment|pourquoi|quel|quels|quelles|qué|cómo|por qué|cuándo
            что|как|кто|почему|nasıl|neden|什么|如何|怎么|怎样|为什么|谁|何|どう|なぜ
            무엇|어떻게|왜|ماذا|كيف|متى|لماذا|מה|איך|อะไร|อย่างไร|ทำไม|क्या|कैसे
            """);

    /** What is said of something: that it is, can, must, works. */
    private static final PhraseMatcher PREDICATES = PhraseMatcher.of("""
            nobody|never|always|available|successful|possible|green|is|are|was|were|be|can|may|must|shall|should|will|has|have|does|do|not
            work|works|worked|pass|passes|passed|succeeds|fails|shows|appears|loads|opens|closes|closed|stays|runs|ends|exists|matches
            holds
            sees|gets|sends|sent|receives|received|reaches|responds|returns|saves|saved|keeps|kept|logs|logged|accepts|accepted|rejects
            rejected|prevents|allows|supports|supported|remains|answers|starts|stops|done|approved|signed
            niemand|nie|immer|möglich|verfügbar|erfolgreich|ist|sind|wird|werden|kann|können|muss|müssen|darf|dürfen|soll|sollen|hat|haben
            nicht|funktioniert|funktionieren|klappt|geht|läuft|laufen|bleibt|bleiben|erscheint|lädt|zeigt|speichert|sendet|erhält|startet
            endet
            jamais|toujours|réussi|réussie|disponible|est|sont|sera|peut|peuvent|doit|doivent|ont|pas|fonctionne|fonctionnent|marche
            affiche|passe|reste|charge|reçoit|réussit|s'affiche
            nunca|siempre|correcto|correcta|es|son|está|están|puede|pueden|debe|deben|tiene|tienen|funciona|funcionan|muestra|aparece|carga
            llega|recibe|guarda|queda
            funzionano|può|deve|sono|são|pode|funcionam|werkt|werken|kan|moet|wordt|jest|działa|może|funguje|může|работает|работают|может
            должен|должна|должны|не|працює|може
            asla|mümkün|çalışır|çalışıyor|çalışmalı|olur|olmalı|edilir|yapılır|görünür|açılır|kapanır|gösterir|ulaşır|kalır|geçer|başarılı
            değil
            无|無|每|到账|以内|之内|天内|小时内|分钟内|可以|能够|必须|应当|应该|正常|成功|有效|可用|不|被|显示|通过|到达|收到|没有|完成|生效|正确|支持|无法|已|できる|できます|です|ます|する|される|した|ない|なる|動く|動作
            表示|届く|可能
            된다|한다|있다|없다|가능하다|작동한다|작동합니다|됩니다|합니다|있습니다|성공한다
            لن|ناجح|ناجحة|متاح|يعمل|تعمل|يمكن|يجب|تظهر|يظهر|تم|يتم|ليس|لا|ينجح|تنجح|يصل|تصل|עובד|עובדת|יכול|ניתן|חייב|מופיע|ได้|ทำงาน|ต้อง
            สามารถ|ไม่|ปรากฏ|แสดง|สำเร็จ|सकता|सकते|चाहिए|करता|जाता
            """);

    /** How a heading begins that denies something: a claim without a word that says so of it. */
    private static final PhraseMatcher DENIALS = PhraseMatcher.of(
            "no|none|nothing|kein|keine|keinen|aucun|aucune|ningún|ninguna|ninguno|nessun|nessuna|nenhum|nenhuma|geen|żaden|hiçbir|нет|никакой");

    private static final int WORDS_OF_A_CLAIM = 4;
    private static final int WORDS_OF_A_SENTENCE = 3;
    private static final int WORDS_OF_A_PREDICATE = 2;

    private Headings() {
    }

    /** Whether a heading says more than what it is the heading of: a claim of some words that can be counted or checked. */
    static boolean isClaim(CharSequence text, int from, int to) {
        int start = TextContent.contentStart(text, from, to);
        return WordMatcher.count(text, start, to, WORDS_OF_A_CLAIM) >= WORDS_OF_A_CLAIM && TextContent.isReal(text, start, to)
                && Vagueness.isMeasurable(text, start, to)
                && !Placeholders.beginsWithLabel(text, start, to);
    }

    /**
     * Whether a heading with nothing below it says something itself: that something is or works, or three words that name no kind of
     * section. In scripts without blanks words cannot be counted well enough for that; there it has to say the former.
     */
    static boolean claimsByItself(CharSequence text, int from, int to) {
        int start = TextContent.contentStart(text, from, to);
        if (!TextContent.isReal(text, start, to)) {
            return false;
        }
        if (Quantities.isBound(text, start, to) || Quantities.isMeasure(text, start, to)) {
            return true;
        }
        int words = WordMatcher.count(text, start, to, WORDS_OF_A_SENTENCE);
        if (words < WORDS_OF_A_PREDICATE || Placeholders.beginsWithLabel(text, start, to) || isQuestion(text, start, to)
                || TOPICS.standsLast(text, start, to)) {
            return false;
        }
        boolean blankless = Characters.writesWithoutBlanks(Character.codePointAt(text, start));
        boolean says = hasPredicate(text, start, to) || DENIALS.standsFirst(text, start, to);
        if (blankless) {
            return says && (Character.isIdeographic(Character.codePointAt(text, start)) || !TOPICS.standsFirst(text, start, to));
        }
        return says || words >= WORDS_OF_A_SENTENCE && !TOPICS.standsIn(text, start, to);
    }

    /** Whether a word stands there that says of something that it is, can, must or works. */
    static boolean hasPredicate(CharSequence text, int from, int to) {
        return PREDICATES.standsIn(text, from, to);
    }

    private static boolean isQuestion(CharSequence text, int from, int to) {
        int last = to - 1;
        while (last > from && !Characters.isVisible(text.charAt(last))) {
            last--;
        }
        return text.charAt(last) == '?' || text.charAt(last) == '\uFF1F' || QUESTIONS.standsFirst(text, from, to);
    }
}
