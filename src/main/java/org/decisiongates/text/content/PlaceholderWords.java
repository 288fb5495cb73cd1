package org.decisiongates.text.content;

/**
 * The words that {@link Placeholders} knows, in the languages people write in. The lists are made to be added to; docs/gates.md says what
 * they are for.
 */
final class PlaceholderWords {

    /** Still to be said, in the languages people write in. */
    private static final String OPEN = """
            to be discussed|to be clarified|to be agreed|we will see|we'll see|don't know|don't know yet|not yet known|not known yet|idk
            tbd|tba|tbc|todo|to do|fixme|wip|pending|t b d|to be decided|to be determined|to be defined|to be confirmed|to be announced
            to be done
            to be defined later|to be decided later|to be determined later|will be added|will be added later|will be defined
            will be defined later|later|to be completed|to be added|to be filled|to be filled in|to follow|coming soon|not yet
            not yet known|not yet defined|not yet decided|undecided|unknown yet
            offen|noch offen|noch unklar|unklar|noch zu klären|zu klären|wird noch geklärt|folgt|folgt noch|kommt noch|wird nachgereicht
            wird noch festgelegt
            noch festzulegen|wird ergänzt|wird noch ergänzt|noch zu ergänzen|später|wird noch definiert|noch zu definieren
            noch nicht bekannt|noch nicht festgelegt
            à définir|à déterminer|à préciser|à compléter|à confirmer|à venir|en attente
            por definir|por determinar|por confirmar|por completar|pendiente|a determinar|sin definir
            da definire|da determinare|da confermare|da completare|in attesa|a definir|a determinar|a confirmar|pendente
            nader te bepalen|nog te bepalen|ntb|volgt|do ustalenia|do uzupełnienia|do potwierdzenia|bude doplněno|bude upřesněno|doplnit
            belirlenecek|eklenecek|уточняется|будет уточнено|уточнить|будет определено|пока не определено|ещё не определено|будет добавлено
            будет добавлено позже|не определено|позже|потом|будет позже|заполнить|добавить|тбд|в работе
            уточнюється|буде уточнено|буде визначено|пізніше
            待定|待补充|待補充|待确认|待確認|待填写|待填寫|未定|待议|稍后补充|后续补充|暂定|検討中|要確認|要検討|後で|後日|後日記入|追って|未定です|未記入|未決定
            미정|미정입니다|추후 결정|추후|추후 작성|확인 중|검토 중|작성 예정
            يحدد لاحقا|سيحدد لاحقا|لاحقا|غير محدد|غير محدد بعد|لم يحدد بعد|لم يتم تحديده بعد|قيد التحديد|قيد الانتظار|يتم تحديده لاحقا
            ייקבע בהמשך|יוגדר בהמשך|בהמשך|טרם נקבע|עדיין לא נקבע|טרם הוגדר|להשלמה|להשלים|לא הוגדר
            รอกำหนด|ยังไม่กำหนด|ยังไม่มี|ยังไม่ระบุ|รอดำเนินการ|จะระบุภายหลัง|ภายหลัง|รอการยืนยัน
            fill|fill me|fill me in|fill in|fill in please|fill out|fill this|fill this in|fill this out|fill it in|to fill|to fill in
            to fill out|to be filled out|still to fill in|needs filling in|please fill|please fill in|please complete|complete me
            complete this
            ausfüllen|auszufüllen|noch ausfüllen|noch auszufüllen|hier ausfüllen|bitte ausfüllen|füll mich aus|fülle mich aus
            füllen sie dies aus|ausfüllen bitte|eintragen|noch eintragen|einzutragen|ergänzen|noch ergänzen
            remplir|à remplir|remplissez|remplissez-moi|remplis-moi|remplir ici|veuillez remplir|merci de remplir|à renseigner|renseigner
            compléter|complétez|reste à définir|rellenar|por rellenar|rellename|rellena|rellene|rellenar aquí|a rellenar|completar
            complétame|llenar|por llenar|llenar aquí|por favor rellenar|pendiente de rellenar|pendiente de definir
            compilare|da compilare|compilare qui|preencher|a preencher|por preencher|preencha|invullen|in te vullen|nog in te vullen
            wypełnić|do wypełnienia|uzupełnić|vyplnit|k vyplnění|vyplňte
            doldur|doldurun|doldurunuz|doldurulacak|beni doldur|burayı doldur|burayı doldurun|bunu doldur|lütfen doldurun|lütfen doldurunuz
            daha sonra|sonra|daha sonra belirlenecek|henüz belli değil|belli değil|belirsiz|henüz yok|beklemede|tamamlanacak|yapılacak
            kararlaştırılacak
            заполни|заполните|заполни меня|нужно заполнить|к заполнению|заповнити|заповніть
            填写|填寫|填|填入|填一下|填上|请填写|請填寫|在此填写|此处填写|待填|需填写|需要填写|补充|记入|記入|要記入|入力|要入力|埋める|記入してください|작성|작성 필요|작성하세요|입력|입력 필요|입력하세요|기입
            املأ|املأ هنا|املأني|املأ هذا|يرجى التعبئة|يرجى الملء|للتعبئة|تعبئة|يملأ لاحقا|يتم تعبئته لاحقا|מלא|מלא כאן|מלא אותי|למלא
            למילוי|יש למלא|נא למלא
            กรอก|กรอกข้อมูล|กรอกที่นี่|กรอกตรงนี้|โปรดกรอก|กรุณากรอก|รอกรอก|ต้องกรอก|เติม|เติมที่นี่|รอเติม|भरें|यहाँ भरें|यहां भरें
            भरना है|भरा जाना है|कृपया भरें
            तय किया जाना है|तय होना बाकी|अभी तक तय नहीं|बाद में|लंबित|निर्धारित किया जाना है|अभी तय नहीं
            """;

    /** Nothing, in the same languages; and what people hold keys down for. */
    private static final String EMPTY = """
            please|bitte|lütfen|svp|s'il vous plaît|por favor|per favore|من فضلك|none so far|not needed|undefined|kein
            none|none yet|n/a|na|nil|null|nothing|nothing yet|not applicable|not available|no|asdf|qwerty|xxx|test|dummy|placeholder
            sample text|blah|bla|see above|see below|same as above|see ticket|see description|see attachment|as discussed
            foo|foo bar|foobar|abc|dito|ditto|idem|same|same as before|as above|as below|as agreed|as discussed in the meeting
            as discussed with the team|as talked about|as per discussion|discussed|see title|see summary|see comment|see comments|see link
            see epic|see the ticket|see the description|see attached|see attachments|cf above
            siehe oben|s. o.|siehe unten|s. u.|wie oben|wie besprochen|wie vereinbart|wie abgesprochen|siehe ticket|siehe beschreibung
            siehe anhang|besprochen|voir ci-dessus|voir plus haut|voir ci-dessous|voir ticket|voir description|voir pièce jointe
            cf. ci-dessus|comme convenu|comme discuté|idem ci-dessus
            ver arriba|véase arriba|véase más arriba|ver más arriba|ver abajo|ver ticket|ver descripción|ver adjunto|como se comentó
            como se acordó|como acordado|según lo hablado|según lo acordado|n. a.|no procede|vedi sopra|come discusso|ver acima
            conforme discutido|zie boven|zoals besproken|patrz wyżej|jak omówiono|viz výše
            yukarıya bak|yukarıya bakınız|bkz. yukarı|yukarıda|aşağıya bakınız|konuşulduğu gibi|görüşüldüğü gibi|kararlaştırıldığı gibi
            geçerli değil|mevcut değil|uygulanamaz|hiçbiri|hiç|hiçbir şey
            см. выше|смотри выше|см. ниже|см. описание|как обсуждали|как обсуждалось|как договорились|див. вище|як обговорювали
            见上|见上文|见上面|见下|如上|如上所述|同上|如讨论|如前所述|按讨论|见描述|见附件|参见上文|見上|如討論|上記参照|上記の通り|同様|前述の通り|相談済み|위와 같음|위 참조|상기 참조|논의한 대로|논의된 대로
            انظر أعلاه|راجع أعلاه|كما ذكر أعلاه|كما نوقش|كما تمت مناقشته|كما اتفقنا|انظر الوصف|غير قابل للتطبيق|غير منطبق|ראה למעלה
            כפי שנדון|כמו שדיברנו|ดูด้านบน|ดูข้างบน|ดูข้างต้น|ตามที่คุยกัน|ตามที่หารือ|ตามที่ตกลง|ไม่มีข้อมูล|ऊपर देखें|जैसा चर्चा हुई
            जैसा कि चर्चा हुई
            keine|keiner|keines|nichts|entfällt|nicht zutreffend|k. A.|aucun|aucune|néant|rien|sans objet|s. o.|ninguno|ninguna|nada
            no aplica|nessuno|nessuna|nulla
            nenhum|nenhuma|não se aplica|geen|niets|nvt|brak|nie dotyczy|žádné|žádná|nic|yok|нет|ничего|отсутствует|не применимо|н/д|немає
            无|無|暂无|暫無|没有|不适用|不適用|なし|特になし|該当なし|無し|없음|해당 없음|없다|لا يوجد|لا شيء|غير متوفر|غير متاح|אין|לא רלוונטי|ללא|ไม่มี|ไม่เกี่ยวข้อง
            कोई नहीं|कुछ नहीं|लागू नहीं
            """;

    /** What a template calls the things to be filled in. */
    private static final String LABELS = """
            acceptance criteria|acceptance criterion|acceptance|criteria|criterion|ac|acs|definition of done|definition of ready|dod
            success criteria|requirements|conditions of satisfaction
            fallback|fall-back|fallback plan|plan b|contingency|contingency plan|backup plan|mitigation|workaround|alternative|alternatives
            akzeptanzkriterien|akzeptanzkriterium|abnahmekriterien|abnahmekriterium|kriterien|kriterium|notfallplan|rückfallplan
            ausweichplan|rückfallebene|alternativplan
            critères d'acceptation|critère d'acceptation|critères|plan de repli|plan de secours|solution de repli|criterios de aceptación
            criterio de aceptación|criterios|plan alternativo|plan de contingencia
            criteri di accettazione|criterio di accettazione|piano di riserva|piano alternativo|critérios de aceitação
            critério de aceitação|plano alternativo|plano de contingência
            acceptatiecriteria|terugvalplan|noodplan|kryteria akceptacji|kryterium akceptacji|plan awaryjny|akceptační kritéria
            záložní plán|kabul kriterleri|kabul kriteri|kabul ölçütleri|kriterler|yedek plan|b planı|acil durum planı
            критерии приёмки|критерии приемки|критерий приёмки|критерии|запасной план|резервный план|план б|критерії приймання|запасний план
            验收标准|驗收標準|验收条件|验收准则|标准|備用方案|备用方案|备选方案|后备计划|备用计划|应急预案|受け入れ基準|受入基準|受け入れ条件|受入条件|完了条件|代替案|代替策|フォールバック|フォールバック計画|予備計画
            인수 조건|인수 기준|수락 기준|완료 조건|대체 계획|대안|비상 계획|معايير القبول|معيار القبول|الخطة البديلة|خطة بديلة|خطة احتياطية|קריטריוני קבלה
            קריטריון קבלה|תוכנית חלופית|תכנית חלופית|תוכנית גיבוי
            เกณฑ์การยอมรับ|เกณฑ์ยอมรับ|แผนสำรอง|स्वीकृति मानदंड|स्वीकृति मापदंड|वैकल्पिक योजना|बैकअप योजना
            """;

    /** The words between the blanks of a template, and the states of a checklist. */
    private static final String SCAFFOLD = """
            given|when|then|and|but|if|given that|as a|as an|i want|i want to|i want that|so that|in order to|scenario|scenario outline
            feature|background|examples|rule|step|id|number
            status|state|owner|due|due date|description|details|notes|note|measure|metric|target|verifier|result|expected|expected result
            actual|header|heading|title|item|text|here
            open|closed|done|to do|in progress|new|draft|ready|passed|failed|pass|fail|yes/no|must have|should have|could have
            diyelim ki|eğer ki|eğer|o zaman|ve|ama|fakat|angenommen|gegeben|gegeben sei|wenn|dann|und|aber|étant donné|quand|lorsque|alors
            et|dado|dada|cuando|entonces|y|dato|quando|allora|então|e
            дано|допустим|если|когда|тогда|то|и|假设|假如|如果|当|那么|而且|并且|前提|もし|ならば|かつ|場合|주어진|만약|만일|그러면|그리고|بفرض|متى|عندما|إذا|اذا|و|בהינתן|כאשר
            אז|וגם|กำหนดให้|เมื่อ|ดังนั้น|और|जब|तब|अगर|यदि
            """;

    /** The app's own words: pasted back they say nothing. A test holds them against the messages. */
    private static final String HELP = """
            the item says what must be true for its outcome to be accepted, one criterion per line
            the issue says what must be true for its outcome to be accepted, one criterion per line
            what must be true for its outcome to be accepted
            placeholders do not count|markup, placeholders and unfilled templates do not count
            markup, placeholders and templates nobody filled in do not count
            there are no acceptance criteria|what must be true for the outcome to be accepted
            what must be true for the outcome to be accepted, one criterion per line
            it is written down what must be true for the outcome to be accepted, one criterion a line
            what must be true for the outcome to be accepted, one criterion a line
            write down what must be true for the outcome to be accepted, one criterion per line
            write down what must be true for the outcome to be accepted, one criterion per line, then try again
            write down what must be true for the outcome to be accepted, one criterion a line
            write down what must be true for the outcome to be accepted, one criterion a line, then try again
            what must be true for the outcome to be accepted? One criterion per line|one criterion a line|one criterion per line
            this holds only headings, markup or placeholders
            there must be at least|different acceptance criteria, one per line; there are
            different acceptance criteria, one a line; there are|add what is missing|add what is missing, then try again
            the issue says what happens if it is not settled in time
            the item says what happens if it is not settled in time|it is written down what happens if the item is not settled in time
            there is no fallback plan|this is a placeholder, not a plan|this is markup or a placeholder, not a plan
            what happens if it is not settled in time|what happens if this is not settled in time
            what happens if the item is not settled in time
            what happens if this is not decided in time|what happens if it is not decided in time
            write down what happens if this is not settled in time|write down what happens if this is not settled in time, then try again
            describe when the plan is invoked|describe when the plan is invoked, then try again|describe when to invoke the plan
            name who invokes it|name who invokes it, then try again
            say what happens if this is not settled in time|say what happens if this is not settled in time, then try again
            a fallback plan needs at least|a fallback plan has at least|characters, not counting blanks; this has
            characters, blanks not counted; this has
            characters, blanks not counted; a character of chinese, japanese or korean counts as two. This has
            write what somebody can measure, or answer with yes or no|say how much, or by when: a number and its unit
            write it so that somebody can measure it, or answer it with yes or no|nobody can measure this or answer it with yes or no
            nothing here can be measured or answered with yes or no|nothing here can be counted, or checked by yes or no
            """;

    /** How a line begins that instructs the writer. */
    private static final String PROMPTS = """
            describe what|describe how|describe here|describe your|describe the plan|describe the fallback|describe the outcome
            describe the expected|describe the acceptance|describe the criteria
            describe the conditions|describe the steps|describe in|describe acceptance|describe briefly|briefly describe|please fill
            explain what|explain how|explain here|specify what|specify here|specify the criteria|outline what|outline the plan
            state what must|state what happens
            write down what|write down the|write your|write here|write the acceptance|write the criteria|write acceptance|add your
            add criteria|add acceptance|add the acceptance|add a fallback|add text
            add details here|enter your criteria|enter your text|enter your plan|enter criteria|enter text|enter the criteria
            enter the acceptance|enter acceptance|enter the fallback|enter a fallback|enter here|insert your|insert text
            insert criteria|insert here|insert acceptance|list your|list the acceptance|list the criteria|list acceptance criteria
            list criteria|list here|fill in here|fill in the criteria|fill in your|fill this
            type here|type your|your text here|your criteria|your plan here|your acceptance criteria|put your|replace this|replace with
            delete this|remove this line|click to add|click here to
            bitte ausfüllen|bitte eintragen|beschreibe hier|beschreibe, was|hier eintragen|hier eintr|hier beschreib|hier ausfüllen
            hier kriterien
            kriterien hier
            décrire ici|décrire ce|ajoutez vos|saisir ici|à remplir|describir aquí|escriba aquí|agregue sus|descrivere qui|descrivi qui
            inserire qui|preencher aqui|escreva aqui
            beschrijf hier|vul hier|opisz tutaj|opisz tu|wpisz tutaj|wpisz tu|buraya yaz|buraya ekle|buraya gir|açıklayın
            опишите здесь|укажите здесь|укажите критерии|добавьте критерии
            请在此|在此填写|在此输入|在这里填写|此处填写|ここに|こちらに記入|記入してください|入力してください|여기에|입력하세요|작성하세요|작성해 주세요
            اكتب هنا|صف هنا|صف ما|أدخل هنا|כתוב כאן|כתבו כאן|תאר כאן|נא למלא|พิมพ์ที่นี่|ระบุที่นี่|กรอกที่นี่|यहाँ लिखें|यहां लिखें
            """;

    /** How a line begins that asks for something, of the writer or, as a step, of the user of the product: what it names decides which. */
    private static final String REQUESTS = """
            please describe|please add|please enter|please list|please specify|please explain|please write|please provide|bitte beschreib
            bitte ergänz|bitte angeben|bitte gib|bitte geben|beschreiben sie|geben sie
            décrivez|saisissez|indiquez|veuillez|describa|añada|escriba|introduzca|indique|descreva|popište|doplňte|lütfen|опишите|впишите
            заполните|введите|укажите|опишіть|вкажіть
            请描述|请填写|请输入|请补充|请说明|請描述|請填寫|請輸入|يرجى|الرجاء|תארו|יש לתאר|โปรด|กรุณา|कृपया|वर्णन करें
            """;

    /** What a template asks for, and how it points to the place to write it in. */
    private static final String ASKED_FOR = """
            here|your criteria|your text|your plan|your answer|what|how|criteria|criterion|the plan|fallback|outcome|hier|ihr plan
            ihre kriterien|was|wie|kriterien|plan|ergebnis
            ici|vos critères|votre plan|ce que|ce qui|ce qu|comment|critères|critère|résultat attendu|aquí|sus criterios|su plan|lo que|qué
            cómo|criterios|aqui|o que|como|critérios|zde|co se
            burada|buraya|kriter|kriterleri|kriterlerinizi|planı|planınızı|ne olacağını|nasıl|здесь|что|как|ваш|критерии|план|тут|що
            这里|此处|在此|什么|如何|怎么|怎样|您的|你的|标准|計劃|计划|方案|預期|预期结果|ここ|基準|여기|기준|계획|هنا|ما|ماذا|كيف|معايير|المعايير|خطة|الخطة|כאן|מה|איך|הקריטריונים
            תוכנית
            ที่นี่|ตรงนี้|อะไร|อย่างไร|เกณฑ์|แผน|यहाँ|यहां|क्या|कैसे|मानदंड|योजना
            """;

    /** How a question begins that a template asks; an answer may follow its question mark. */
    private static final String QUESTIONS = """
            what must be true|what has to be true|what needs to be true|what happens if this|what happens if it is not
            what happens if we do not|what will happen if|what do we do if|what will we do if|how will we know
            was passiert, wenn dies|was passiert, wenn es nicht|was muss erfüllt sein
            """;

    /** What says "not yet" of a line whatever follows in a few words: {@code TBD by Friday}. */
    private static final String ABBREVIATIONS = "tbd|tba|tbc|тбд|待定";

    static final PhraseMatcher OPEN_PHRASES = PhraseMatcher.of(OPEN);
    static final PhraseMatcher ABBREVIATED = PhraseMatcher.of(ABBREVIATIONS);
    static final PhraseMatcher LABEL_PHRASES = PhraseMatcher.of(LABELS);
    static final PhraseMatcher ALL = PhraseMatcher.of(OPEN, EMPTY, LABELS,
            SCAFFOLD, HELP, Quantities.TARGETS);
    static final PhraseMatcher THINGS_ASKED_FOR = PhraseMatcher.of(LABELS, ASKED_FOR);
    /** What is asked for where no answer can stand in the same line. */
    static final PhraseMatcher THINGS_TO_FILL_IN = PhraseMatcher.of(LABELS,
            "here|plan|the plan|outcome|text here");
    static final PhraseMatcher QUESTION_BEGINNINGS = PhraseMatcher.of(QUESTIONS);
    static final PhraseMatcher REQUEST_BEGINNINGS = PhraseMatcher.of(REQUESTS);
    static final PhraseMatcher PROMPT_BEGINNINGS = PhraseMatcher.of(PROMPTS, QUESTIONS);

    private PlaceholderWords() {
    }
}
