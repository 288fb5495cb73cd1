package org.decisiongates.policy.rules;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.decisiongates.fixture.IssueViews.anItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.issue.Field;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.text.content.DescriptionTemplate;

/** What people, editors and templates leave in a field, in the scripts people write in, each with the verdict it is to get. */
public class TextsOfPeopleTest {

    private final Rule criteria = new HasAcceptanceCriteria(Field.ACCEPTANCE_CRITERIA, 1, DescriptionTemplate.NONE);
    private final Rule fallback = new HasFallback(Field.FALLBACK, 20, DescriptionTemplate.NONE);

    /**
     * What stands for what in the texts below.
     *
     * @param real  a criterion, which is long enough for a plan, too
     * @param later to be decided later
     * @param none  nothing
     * @param label acceptance criteria
     * @param given given, when, then
     */
    private record Language(String name, String real, String later, String none, String label, List<String> given) {
    }

    private static final List<Language> LANGUAGES = List.of(
            new Language("English", "Refunds reach every customer within 3 days", "TBD", "none", "Acceptance criteria",
                    List.of("Given", "When", "Then")),
            new Language("German", "Jede Erstattung ist nach 3 Tagen beim Kunden", "noch offen", "keine", "Akzeptanzkriterien",
                    List.of("Angenommen", "Wenn", "Dann")),
            new Language("French", "Chaque client est remboursé sous 3 jours", "à définir", "aucun", "Critères d’acceptation",
                    List.of("Étant donné", "Quand", "Alors")),
            new Language("Spanish", "Cada cliente recibe su reembolso en 3 días", "por definir", "ninguno", "Criterios de aceptación",
                    List.of("Dado", "Cuando", "Entonces")),
            new Language("Russian", "Возврат приходит клиенту в течение 3 дней", "уточняется", "нет", "Критерии приёмки",
                    List.of("Дано", "Когда", "Тогда")),
            new Language("Chinese", "所有退款在3天内到达客户账户", "待定", "无", "验收标准", List.of("假设", "当", "那么")),
            new Language("Japanese", "返金は3日以内に顧客に届くこと", "未定", "なし", "受け入れ基準", List.of("前提", "もし", "ならば")),
            new Language("Korean", "모든 환불은 3일 이내에 고객에게 도착한다", "미정", "없음", "인수 조건", List.of("주어진", "만약", "그러면")),
            new Language("Arabic", "تصل كل المبالغ المستردة إلى العميل خلال ٣ أيام", "يحدد لاحقا", "لا يوجد", "معايير القبول",
                    List.of("بفرض", "عندما", "إذا")),
            new Language("Hebrew", "כל החזר מגיע ללקוח בתוך 3 ימים", "ייקבע בהמשך", "אין", "קריטריוני קבלה",
                    List.of("בהינתן", "כאשר", "אז")),
            new Language("Thai", "ลูกค้าทุกคนได้รับเงินคืนภายใน 3 วัน", "รอกำหนด", "ไม่มี", "เกณฑ์การยอมรับ",
                    List.of("กำหนดให้", "เมื่อ", "ดังนั้น")),
            new Language("Turkish", "Her iade müşteriye 3 gün içinde ulaşır", "belirlenecek", "yok", "Kabul kriterleri",
                    List.of("Diyelim ki", "Eğer", "O zaman")),
            new Language("Hindi", "हर ग्राहक को 3 दिन में पैसे वापस मिलते हैं", "बाद में", "कोई नहीं", "स्वीकृति मानदंड",
                    List.of("यदि", "जब", "तब")));

    private static final List<String> REFUSED = List.of(
            "LATER", "NONE", "h2. LATER", "h2. LABEL", "LABEL:", "*LABEL*", "LABEL\nLATER", "h3. LABEL\n# LATER\n# NONE",
            "{color:red}LATER{color}", "{quote}{quote}",
            "{quote}LATER{quote}", "{panel:title=LABEL}LATER{panel}", "{noformat}\nLATER\n{noformat}",
            "{code:java|title=LABEL}\n// LATER\n{code}", "||LABEL||LABEL||\n| | |",
            "||LABEL||LATER||\n|LATER|NONE|", "| LABEL | LABEL |\n|---|:---:|\n| | |", "| LABEL |\n| --- |\n| LATER |", "!REAL.png!",
            "!image.png|thumbnail!\n!REAL.jpg|width=300!",
            "{toc}\n{anchor:REAL}", "<p>&nbsp;</p>", "<h2>LABEL</h2><p><br/></p>", "<h2>REAL_WITHOUT_NUMBER</h2>", "<!-- REAL -->",
            "<!-- REAL\nREAL -->\n", "- [open]\n- [done]",
            "* [ ] LATER\n* [x] NONE", "AC1: LATER\nAC2: NONE", "GIVEN …\nWHEN …\nTHEN …", "GIVEN ... WHEN ... THEN ...",
            "*GIVEN* <REAL>\n*WHEN* <REAL>\n*THEN* <REAL>",
            "GIVEN [REAL] WHEN [REAL] THEN [REAL]", "<REAL>", "[ REAL ]", "[^REAL.docx]", "LABEL: LATER", "1. LATER\n2. \n3. …",
            "bq. LATER", "<table><tr><th>REAL</th></tr><tr><td>LATER</td></tr></table>",
            "<ul><li>LATER</li><li></li></ul>", "![REAL](image.png)", "{status:title=REAL|colour=Red}",
            "h3. LABEL\nh3. LATER", "<p>LATER</p><!-- REAL", "<!-- REAL\n<p>REAL</p>", "<!-- LATER", "LABEL: = 1", "LATER = 1", "LABEL: 42",
            "xxx", "XXX xxx", "???", "LABEL: ???", "LABEL: Lorem ipsum dolor sit amet");

    private static final List<String> PASSED = List.of(
            "REAL", "* REAL", "h2. LABEL\n* REAL", "LABEL: REAL", "*LABEL*: REAL", "{color:red}REAL{color}", "{quote}REAL{quote}",
            "{panel:title=LABEL}REAL{panel}", "{noformat}\nREAL\n{noformat}",
            "||LABEL||LABEL||\n|1|REAL|", "|REAL|LATER|", "|REAL| |", "| LABEL | LABEL |\n|---|---|\n| AC1 | REAL |",
            "<table><tr><th>LABEL</th></tr><tr><td>REAL</td></tr></table>", "<p>REAL</p>",
            "<h2>LABEL</h2><ul><li>REAL</li></ul>", "<!-- LATER -->REAL", "- [ ] REAL", "- [open] REAL", "AC1: REAL\nAC2: LATER",
            "GIVEN REAL\nWHEN REAL\nTHEN REAL", "*GIVEN* <REAL> REAL", "(/) REAL",
            "bq. REAL", "_REAL_", "[REAL|https://example.org/1]", "[REAL](https://example.org/1)", "!image.png|thumbnail! REAL",
            "{toc}\nREAL", "LATER\nREAL", "1.2.3. REAL", "REAL!", "{expand}REAL{expand}",
            "<b>REAL</b><br>", "&lt;b&gt; REAL", "\\* REAL", "{{REAL}}", "> REAL", "- - - REAL", "||LABEL|REAL|",
            "h3. REAL", "h3. LABEL\nh4. REAL", "<h3>REAL</h3>", "<!-- REAL", "REAL\n<!-- LATER", "<p>REAL</p><!-- LATER",
            "<!-- LATER --!>REAL", "REAL = 1");

    @Test
    public void tellsAFilledInTextFromAnEmptyOneInEveryLanguage() {
        List<String> wrong = new ArrayList<>();
        for (Language language : LANGUAGES) {
            for (String text : REFUSED) {
                note(language, text, false, wrong);
            }
            for (String text : PASSED) {
                note(language, text, true, wrong);
            }
        }
        assertEquals(wrong.size() + " of " + LANGUAGES.size() * (REFUSED.size() + PASSED.size()) + ":\n" + String.join("\n", wrong), 0,
                wrong.size());
        assertTrue(LANGUAGES.size() >= 8 && REFUSED.size() + PASSED.size() >= 80);
    }

    private void note(Language language, String pattern, boolean passes, List<String> wrong) {
        String text = pattern.replace("REAL_WITHOUT_NUMBER", language.label + " (2)").replace("REAL", language.real)
                .replace("LATER", language.later).replace("NONE", language.none)
                .replace("LABEL", language.label).replace("GIVEN", language.given.get(0)).replace("WHEN", language.given.get(1))
                .replace("THEN", language.given.get(2));
        if (passes(criteria, text) != passes) {
            wrong.add(language.name + ", criteria, " + (passes ? "refused: " : "passed: ") + text);
        }
        if (passes(fallback, text) != passes) {
            wrong.add(language.name + ", fallback, " + (passes ? "refused: " : "passed: ") + text);
        }
    }

    @Test
    public void countsNothingOfATemplateOrOfItsOwnHelp() {
        List<String> wrong = new ArrayList<>();
        for (String text : List.of("<describe the outcome>", "[ Add your criteria here ]", "_Describe what must be true_",
                "h2. Fallback plan\n_Describe what happens if the vendor is late_",
                "*Fallback:* _describe the plan here_", "Enter acceptance criteria here.", "TBD by Friday", "TBD < 3 days",
                "To be discussed", "None so far", "Don't know yet", "AC1: TBD with legal", "to be defined later", "see ticket",
                "Same as above.",
                "Wird noch ergänzt", "пока не определено", "未定です", "미정입니다", "لم يحدد بعد", "עדיין לא נקבע", "ยังไม่มี", "अभी तक तय नहीं",
                "h2. Fallback\nWhat happens if this is not settled in time?", "*Fallback plan*\n<describe the plan>",
                "Please describe the acceptance criteria", "Scenario: …\nGiven …",
                "As a … I want … so that …", "As a <role> I want <goal> so that <benefit>", "{describe the outcome}", "AC1: TBD",
                "AC 1 - TBD", "AC-1:\nAC-2:", "Criterion 1: tbd", "Latency: TBD",
                "|Latency|TBD|", "The following must hold:", "\u0422BD", "\u0422\u0412D", "TB\u0501", "\u03A4\u0392D",
                "\uD835\uDC13\uD835\uDC01\uD835\uDC03", "\uD835\uDCE3\uD835\uDCD1\uD835\uDCD3",
                "\u24C9\u24B7\u24B9", "\u1D1B\u0299\u1D05", "\u1E6A\u1E02\u1E0A", "T\u0332B\u0332D\u0332", "\u1D40\u1D2E\u1D30",
                "t\u00ADb\u00ADd", "n\u043Ene\n\u0422\u041ED\u041E", "N\u041ENE",
                "*TBD*", "_TBD_", "-TBD-", "+TBD+", "{{TBD}}", "??TBD??", "h1. TBD", "H3.  TBD", "h6. Scope", "----", "{panel}\n{panel}",
                "{panel:borderColor=#ccc}\nTBD\n{panel}", "<div><span></span></div>",
                "&nbsp;&nbsp;", "&#8203;", "<p>TBD</p>", "<P CLASS='x'>T<b>B</b>D</P>", "<style>p { margin: 0 }</style>",
                "<script>alert('Every refund')</script>", "(x) (/) (!)", "\\\\", "!!", "{!}", "{", "}", "[",
                "<", "&", "|", "||", "| | |", "|-|-|")) {
            if (passes(criteria, text) || passes(fallback, text)) {
                wrong.add(text);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void countsNoneOfTheAppsOwnSentences() {
        for (String key : ResourceBundle.getBundle("policy.messages", Locale.ROOT).keySet()) {
            if (key.matches(
                    "decision-gates\\.rule\\.has-(acceptance-criteria|fallback)\\."
                            + "(description|.*\\.fix|missing|placeholder|too-few|too-short)")) {
                String text = new BundleTexts().getText(key, "3", "2");
                assertTrue(key + ": " + text, !passes(criteria, text) && !passes(fallback, text));
                assertTrue(key, !passes(criteria, text.replace(". ", ".\n")) && !passes(fallback, text.replace(". ", ".\n")));
            }
        }
    }

    /** What is wrong and how to correct it stand one behind the other where people copy them from. */
    @Test
    public void countsNoneOfTheAppsRefusalsAsPeopleReadThem() {
        BundleTexts texts = new BundleTexts();
        for (String finding : List.of("has-acceptance-criteria.missing", "has-acceptance-criteria.placeholder",
                "has-acceptance-criteria.too-few", "has-fallback.missing", "has-fallback.placeholder", "has-fallback.too-short")) {
            String key = "decision-gates.rule." + finding;
            String text = texts.getText(key, "3", "2") + " " + texts.getText(key + ".fix", "3", "2");
            assertTrue(text, !passes(criteria, text) && !passes(fallback, text));
        }
    }

    @Test
    public void takesCriteriaOfNoWordsAndHeadingsThatMakeAClaim() {
        for (String text : List.of("\u2265 99.9 %", "* \u2264 200", "&ge; 99.9 %", "errors = 0", "|Open defects|= 0|", "x = 0", "< 5 %",
                "AC1: \u2265 99.9 %", "|Availability|\u2265 99.9 %|", "h3. Refunds reach the customer within 3 days",
                "h2. Every refund is logged", "<h3>No refund is ever lost</h3>",
                "h2. \u6240\u6709\u9000\u6B3E\u57283\u5929\u5185\u5230\u8FBE\u5BA2\u6237", "No <script> tag runs in a comment",
                "a <b and c> d hold", "p95 <3 s and p99 >2 s", "Response time [ms] below 200", "Path /users/{id} answers 404",
                "Costs R&D nothing", "A | B holds", "Wow! It works!", "As discussed, no mail is lost", "As agreed no mail is lost",
                "Wie besprochen: keine Mail geht verloren", "See ABC-12 fixed in the list",
                "Given a customer with a refund", "Then the total is shown", "Open defects: none of severity 1", "Data loss never happens",
                "Adding a line works", "Describes itself in all languages",
                "A list shows what happens", "To do lists are never empty", "Nothing is lost", "No mail is lost", "Note that all work",
                "Then: no mail is lost", "Fallback: keep the old checkout on", "TBD items of the last sprint are closed and none is left",
                "See the price before paying, always", "\u041F\u0440\u043E\u0432\u0435\u0440\u0435\u043D\u043E")) {
            assertTrue(text, passes(criteria, text));
        }
    }

    @Test
    public void countsNothingThatWaitsToBeFilledInOrPointsElsewhereInAnyLanguage() {
        List<String> wrong = new ArrayList<>();
        for (String text : List.of("fill me", "Fill in", "FILL THIS IN!", "to fill", "To be filled in", "please fill in", "AC1: fill me",
                "[x] fill me\n[ ] fill in", "n/a", "N.A.", "none", "see above", "As discussed.",
                "as agreed", "same as above", "ditto", "xxx", "XXX", "???", "? ? ?", "lorem ipsum", "Text: lorem ipsum dolor", "foo bar",
                "fill me please", "as discussed in the call", "As discussed yesterday with the team", "wie besprochen im Termin",
                "see ABC-12", "siehe ABC-12.",
                "ausfüllen", "Bitte ausfüllen", "noch auszufüllen", "füll mich aus", "hier ausfüllen", "siehe oben", "wie besprochen",
                "k. A.", "keine",
                "填写", "请填写", "待填写", "填一下", "见上", "同上", "如讨论", "不适用", "无", "املأ هنا", "للتعبئة", "يرجى الملء", "انظر أعلاه", "كما نوقش",
                "لا يوجد",
                "กรอก", "กรุณากรอก", "รอเติม", "ดูด้านบน", "ตามที่คุยกัน", "ไม่มี", "doldur", "Lütfen doldurun", "doldurulacak",
                "yukarıya bakınız", "konuşulduğu gibi", "yok", "belli değil",
                "à remplir", "Remplir ici", "remplis-moi", "voir ci-dessus", "comme convenu", "sans objet", "rellenar", "por rellenar",
                "rellena", "ver arriba", "como se acordó", "no aplica")) {
            if (passes(criteria, text) || passes(fallback, text)) {
                wrong.add(text);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void takesANumberWithItsUnitOrABoundButNoNumberAlone() {
        List<String> wrong = new ArrayList<>();
        for (String text : List.of("99.9 %", "99,9 %", "* 95 %", "AC1: 99.9 %", "Target: 95 %", "Target: 95", "target = 200",
                "|Target|95 %|", "Target: 100 %", "\u2265 100 %", "3 s", "3 days", "200 ms", "\u20AC 100", "100 \u20AC",
                "h3. 99.9 %", "h3. \u2265 99.9 %", "*Target:* 95 %", "Ziel: 95 %", "目标：95%", "99.9％", "3秒", "الهدف: ٩٥٪", "٩٩٫٩٪",
                "เป้าหมาย: 95 %", "Hedef: %95", "%99,9", "Objectif\u00A0: 95\u00A0%", "Objetivo: 95 %", "95\u2009%", "95 - 99 %",
                "95\u201399 %", "Availability: 99.9 %")) {
            if (!passes(criteria, text)) {
                wrong.add("refused: " + text);
            }
        }
        for (String text : List.of("= 1", "= 0", "-> 1", "1 - 2", "\uFF1D 1", "== 1", "1 = 1", "AC1: = 1", "none = 1", "42", "1.5", "٤٢",
                "100 %", "0 %", "100,0 %", "%100", "١٠٠٪", "Done: 80 %", "Status: 50 %", "TBD 95 %", "Target:", "Target: TBD",
                "Target: n/a", "Target: ___ %", "Measure 1", "Metric 2:", "1.", "%", "h3. 42", "AC1: 42", "Ziel:", "目标：待定", "الهدف:",
                "Hedef: yok", "Ziel: keines", "Ziel 1", "目标 1", "Objectif : à définir", "Objetivo: ninguno")) {
            if (passes(criteria, text)) {
                wrong.add("passed: " + text);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void takesAHeadingThatClaimsSomethingWhereNothingStandsBelowIt() {
        List<String> wrong = new ArrayList<>();
        for (String text : List.of("h3. Login works", "h3. AC1: Login works", "h3. No crash", "h3. Keine Abstürze", "h3. Connexion réussie",
                "h3. 退款三天内到账", "h3. تسجيل الدخول ناجح", "h3. Login works\nh3. Logout works", "h3. Login works\n\n",
                "h3. Login works\n----\n", "h2. Acceptance criteria\nh3. Login works", "<h3>Login works</h3>",
                "<h3>Login works</h3><p>&nbsp;</p>",
                "h3. Login works\n!screenshot.png!", "h3. Users see their orders", "h3. Notes are kept", "h3. Login funktioniert",
                "h3. Kunden sehen ihre Bestellungen", "h3. 登录成功", "h3. 用户可以登录", "h3. ล็อกอินได้", "h3. Giriş çalışıyor",
                "h3. Kullanıcı siparişlerini görür", "h3. La connexion fonctionne", "h3. El inicio funciona", "h3. الدخول يعمل",
                "h3. يرى العميل طلباته")) {
            if (!passes(criteria, text)) {
                wrong.add("refused: " + text);
            }
        }
        for (String text : List.of("h3. Login", "h3. Every refund", "h3. AC1: TBD", "h3. Sprint 12", "h3. Login works\n{panel}TBD{panel}",
                "h3. Scope", "h2. Out of scope", "h2. Open questions", "h2. Non-functional requirements", "h2. Notes on how to test",
                "h2. What we want to reach", "h2. How do we know?", "h2. Acceptance criteria for the login",
                "h2. Goal\nh2. Acceptance criteria\nh2. Out of scope", "h3. Login works\nTBD", "h3. Login works\n* n/a",
                "h3. Login works\nDescribe what must be true", "<h3>Login works</h3><p>TBD</p>", "h3. Checkout page", "h3. fill me in",
                "h2. Nicht im Umfang", "h2. Offene Fragen an den Kunden", "h2. Was zu tun ist", "h2. 功能需求", "h2. 非功能性需求", "h2. 不在范围",
                "h2. 已知问题", "h2. ขอบเขต", "h2. ความต้องการของลูกค้า", "h2. Kapsam dışı", "h2. İşlevsel gereksinimler",
                "h2. Exigences non fonctionnelles", "h2. Hors périmètre", "h2. Preguntas abiertas", "h2. Requisitos no funcionales",
                "h2. متطلبات النظام الجديد", "h2. خارج النطاق")) {
            if (passes(criteria, text)) {
                wrong.add("passed: " + text);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void countsAHeadingOnlyWhereItIsAllThatSaysIt() {
        Rule two = new HasAcceptanceCriteria(Field.ACCEPTANCE_CRITERIA, 2, DescriptionTemplate.NONE);
        assertTrue(passes(two, "h3. Login works\nh3. Logout works"));
        assertTrue(passes(two, "h3. Login works\nh3. Logout works\nNobody stays signed in"));
        assertTrue(passes(two, "h3. Login works\nNobody is signed in twice\nh3. Logout works"));
        assertTrue(!passes(two, "h3. Login works\nNobody is signed in twice"));
        assertTrue(!passes(two, "h3. Login works\n\n----\nNobody is signed in twice"));
        Rule own = new HasAcceptanceCriteria(Field.ACCEPTANCE_CRITERIA, 1, DescriptionTemplate.of("h3. Login works\nSigned by:"));
        assertTrue("a heading of the project's template", !passes(own, "h3. Login works"));
    }

    @Test
    public void takesAStepThatBeginsLikeAPromptAndSaysWhatComesOfIt() {
        List<String> wrong = new ArrayList<>();
        for (String text : List.of("Describe the error to the user in plain words", "Enter a wrong password: the page names the field",
                "Enter your password wrongly: the page names the field", "Enter text and leave -> the page keeps it",
                "Please enter a wrong password and see the field named", "Describe what went wrong: the page names the field",
                "Bitte geben Sie ein falsches Passwort ein: die Seite nennt das Feld",
                "Beschreiben Sie den Fehler dem Kunden in einfachen Worten",
                "请输入错误的密码：页面指出错误的字段", "请描述错误给用户用简单的话", "يرجى إدخال كلمة مرور خاطئة: الصفحة تسمي الحقل",
                "กรุณากรอกรหัสผ่านผิด: หน้าเว็บบอกช่องที่ผิด", "Lütfen yanlış parola girin: sayfa alanı gösterir",
                "Décrivez l'erreur à l'utilisateur avec des mots simples",
                "Saisissez un mauvais mot de passe : la page nomme le champ", "Describa el error al usuario en palabras sencillas",
                "Introduzca una clave errónea: la página nombra el campo")) {
            if (!passes(criteria, text)) {
                wrong.add("refused: " + text);
            }
        }
        for (String text : List.of("Describe what must be true", "Enter your criteria here: each on a line of its own",
                "Describe the plan here -> in a few words", "Please enter the acceptance criteria", "Please describe",
                "Please add the plan. Use your own words",
                "Bitte beschreiben Sie, was passiert, wenn der Termin nicht gehalten wird", "Beschreiben Sie die Kriterien", "请描述如果延期会怎样",
                "请填写验收标准", "请在此填写", "يرجى وصف ما يحدث في حال التأخير", "يرجى كتابة المعايير هنا", "กรุณาระบุเกณฑ์ที่นี่",
                "โปรดระบุแผนสำรอง",
                "Lütfen kriterleri buraya yazın", "Lütfen ne olacağını yazın", "Décrivez ce qui se passe en cas de retard",
                "Saisissez vos critères ici", "Describa lo que pasa si se retrasa", "Escriba aquí sus criterios")) {
            if (passes(criteria, text) || passes(fallback, text)) {
                wrong.add("passed: " + text);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void takesAnAnswerBehindTheQuestionOfATemplate() {
        for (String text : List.of("What must be true: all tests of the checkout pass",
                "What happens if this is not settled in time? We keep the old checkout.",
                "*What happens if this is not decided in time?* We keep the old checkout",
                "Fallback: what happens if it is not decided in time: the launch moves",
                "Was passiert, wenn es nicht entschieden wird? Wir behalten die alte Kasse")) {
            assertTrue(text, passes(criteria, text) && passes(fallback, text));
        }
        for (String text : List.of("What happens if this is not settled in time? TBD",
                "What happens if this is not settled in time? Who decides then, and when?",
                "What must be true: list your criteria here, one a line",
                "What happens if this is not settled in time: describe the plan B in a few words",
                "What happens if this is not settled in time? One criterion per line",
                "What must be true for the outcome to be accepted")) {
            assertTrue(text, !passes(criteria, text) && !passes(fallback, text));
        }
    }

    @Test
    public void askForAsManyCharactersAsAScriptNeeds() {
        assertTrue("12 Chinese characters", passes(fallback, "\u5982\u679C\u5EF6\u671F\u5C31\u7EE7\u7EED\u4F7F\u7528\u65E7\u7CFB\u7EDF"));
        assertTrue("10 are enough", passes(fallback, "\u5982\u679C\u5EF6\u671F\u5C31\u7EE7\u7EED\u7528\u65E7\u7248"));
        assertTrue("9 are not enough", !passes(fallback, "\u5982\u679C\u5EF6\u671F\u5C31\u7EE7\u7EED\u4F7F\u7528"));
        assertTrue("Thai vowels are written above and below", passes(fallback,
                "\u0E43\u0E0A\u0E49\u0E23\u0E30\u0E1A\u0E1A\u0E40\u0E14\u0E34\u0E21\u0E15\u0E48\u0E2D\u0E44\u0E1B\u0E01\u0E48\u0E2D\u0E19\u0E19\u0E30\u0E04\u0E23\u0E31\u0E1A"));
        assertTrue(passes(fallback, "\uC774\uC804 \uACB0\uC81C \uD654\uBA74\uC744 \uACC4\uC18D \uC4F4\uB2E4"));
        assertTrue("accents are no letters",
                !passes(fallback, "Keep the o\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301ld"));
    }

    @Test
    public void neverCountsTheLinesOfTheProjectsTemplate() {
        String template = "h2. How we know\n* Load under peak stays below ___ ms\n{panel:title=Sign-off}\nSigned by the product owner\n{panel}\nMust hold for:";
        DescriptionTemplate lines = DescriptionTemplate.of(template);
        Rule own = new HasAcceptanceCriteria(Field.ACCEPTANCE_CRITERIA, 1, lines);
        Rule plan = new HasFallback(Field.FALLBACK, 20, lines);
        for (String left : List.of(template, template.replace("\n", "\r\n"), template.toUpperCase(Locale.ROOT),
                "signed by the product owner", template + "\nTBD")) {
            assertTrue(left, !passes(own, left) && !passes(plan, left));
        }
        assertTrue(passes(own, template.replace("___", "200")) && passes(plan, template.replace("___", "200")));
        assertTrue(passes(own, template + "\nNo refund is lost"));
        assertTrue("without it the lines count", passes(criteria, template));
    }

    private static boolean passes(Rule rule, String text) {
        RuleResult verdict = rule.evaluate(anItem().accepting(text).fallingBackTo(text), NOW);
        assertTrue(text, Stream.of(RuleResult.Status.PASSED, RuleResult.Status.FAILED).anyMatch(verdict.status()::equals));
        return verdict.status() == RuleResult.Status.PASSED;
    }
}
