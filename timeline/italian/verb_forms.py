"""Irregular Italian verbs: the finite forms every sentence needs, participles, and words that only look like them."""

from __future__ import annotations

# tense: (person, plural) -> form, in the order io tu lui noi voi loro; "-" where the form is no use in news.
TABLE = """
essere present sono sei è siamo siete sono
essere imperfect ero eri era eravamo eravate erano
essere remote fui fosti fu fummo foste furono
essere future sarò sarai sarà saremo sarete saranno
essere conditional sarei saresti sarebbe saremmo sareste sarebbero
essere subjunctive - - sia - - siano
essere subjunctive - - fosse fossimo - fossero
avere present ho hai ha abbiamo avete hanno
avere imperfect avevo avevi aveva avevamo avevate avevano
avere remote ebbi avesti ebbe avemmo aveste ebbero
avere future avrò avrai avrà avremo avrete avranno
avere conditional avrei avresti avrebbe avremmo avreste avrebbero
avere subjunctive - - abbia - abbiate abbiano
avere subjunctive avessi - avesse avessimo - avessero
venire present vengo vieni viene veniamo venite vengono
venire imperfect venivo venivi veniva venivamo venivate venivano
venire remote venni venisti venne venimmo veniste vennero
venire future verrò verrai verrà verremo verrete verranno
venire conditional verrei verresti verrebbe verremmo verreste verrebbero
venire subjunctive - - venga - - vengano
venire subjunctive - - venisse - - venissero
stare present sto stai sta stiamo state stanno
stare imperfect stavo stavi stava stavamo stavate stavano
stare future starò starai starà staremo starete staranno
stare subjunctive - - stia - - stiano
andare present vado vai va andiamo andate vanno
andare future andrò andrai andrà andremo andrete andranno
andare conditional andrei andresti andrebbe andremmo andreste andrebbero
dovere present devo devi deve dobbiamo dovete devono
dovere future dovrò dovrai dovrà dovremo dovrete dovranno
dovere conditional dovrei dovresti dovrebbe dovremmo dovreste dovrebbero
dovere subjunctive - - debba - - debbano
potere present posso puoi può possiamo potete possono
potere future potrò potrai potrà potremo potrete potranno
potere conditional potrei potresti potrebbe potremmo potreste potrebbero
potere subjunctive - - possa - - possano
volere present voglio vuoi vuole vogliamo volete vogliono
volere future vorrò vorrai vorrà vorremo vorrete vorranno
volere conditional vorrei vorresti vorrebbe vorremmo vorreste vorrebbero
volere remote volli - volle - - vollero
fare present faccio - fa facciamo fate fanno
fare imperfect facevo facevi faceva facevamo facevate facevano
fare remote feci facesti fece facemmo faceste fecero
fare future farò farai farà faremo farete faranno
fare conditional farei faresti farebbe faremmo fareste farebbero
rifare future - - rifarà - - rifaranno
fare subjunctive - - faccia - - facciano
dire present dico dici dice diciamo - dicono
dire imperfect dicevo dicevi diceva dicevamo dicevate dicevano
dire remote dissi dicesti disse dicemmo diceste dissero
dare present do dai dà diamo date danno
dare remote diedi - diede - - diedero
sapere present so sai sa sappiamo sapete sanno
sapere remote seppi - seppe - - seppero
uscire present esco esci esce usciamo uscite escono
prendere remote presi - prese - - presero
mettere remote misi - mise - - misero
vedere remote vidi - vide - - videro
tenere remote tenni - tenne - - tennero
togliere remote tolsi - tolse - - tolsero
nascere remote nacqui - nacque - - nacquero
vincere remote vinsi - vinse - - vinsero
perdere remote persi - perse - - persero
rimanere remote rimasi - rimase - - rimasero
possedere imperfect - - possedeva - - possedevano
sedere imperfect - - sedeva - - sedevano
leggere remote - - lesse - - lessero
spegnere remote - - spense - - spensero
piangere remote - - pianse - - piansero
piovere remote - - piovve - - piovvero
scrivere remote scrissi - scrisse - - scrissero
"""
# Forms that are other words nearly always: preposition, noun, numeral, adverb.
OTHER_WORDS = frozenset("sei dai ai andate volete presi persi misi fai stai do so state".split())

# Participles whose masculine singular simplemma reads as an adjective, a noun or another verb.
PARTICIPLES = {
    "aperto": "aprire", "chiuso": "chiudere", "coperto": "coprire", "scoperto": "scoprire", "offerto": "offrire",
    "detto": "dire", "disposto": "disporre", "esposto": "esporre", "posto": "porre", "proposto": "proporre",
    "composto": "comporre", "imposto": "imporre", "deposto": "deporre", "opposto": "opporre", "fatto": "fare",
    "invaso": "invadere", "successo": "succedere", "rimasto": "rimanere", "visto": "vedere", "previsto": "prevedere",
    "espulso": "espellere", "eletto": "eleggere", "diretto": "dirigere", "sciolto": "sciogliere",
    "accolto": "accogliere",
    "raccolto": "raccogliere", "colto": "cogliere", "tolto": "togliere", "svolto": "svolgere", "rivolto": "rivolgere",
    "coinvolto": "coinvolgere", "travolto": "travolgere", "sepolto": "seppellire", "morto": "morire", "nato": "nascere",
    "stato": "essere", "dato": "dare", "andato": "andare", "venuto": "venire", "avuto": "avere", "voluto": "volere",
    "dovuto": "dovere", "potuto": "potere", "condotto": "condurre", "prodotto": "produrre", "ridotto": "ridurre",
    "tratto": "trarre", "estratto": "estrarre", "attratto": "attrarre", "sottratto": "sottrarre", "corso": "correre",
    "accorso": "accorrere", "trascorso": "trascorrere", "emesso": "emettere", "messo": "mettere",
    "ammesso": "ammettere",
    "promesso": "promettere", "commesso": "commettere", "permesso": "permettere", "scritto": "scrivere",
    "iscritto": "iscrivere", "sottoscritto": "sottoscrivere", "difeso": "difendere", "offeso": "offendere",
    "sospeso": "sospendere", "preso": "prendere", "ripreso": "riprendere", "sorpreso": "sorprendere",
    "acceso": "accendere",
    "arreso": "arrendere", "reso": "rendere", "esteso": "estendere", "steso": "stendere", "sceso": "scendere",
    "deciso": "decidere", "ucciso": "uccidere", "diviso": "dividere", "inciso": "incidere", "concluso": "concludere",
    "escluso": "escludere", "incluso": "includere", "deluso": "deludere", "rotto": "rompere", "corrotto": "corrompere",
    "interrotto": "interrompere", "letto": "leggere", "costretto": "costringere", "stretto": "stringere",
    "spinto": "spingere", "vinto": "vincere", "dipinto": "dipingere", "raggiunto": "raggiungere", "giunto": "giungere",
    "aggiunto": "aggiungere", "assunto": "assumere", "tinto": "tingere", "spento": "spegnere", "pianto": "piangere",
    "protetto": "proteggere", "corretto": "correggere", "distrutto": "distruggere", "fritto": "friggere",
    "ferito": "ferire", "finito": "finire", "sparito": "sparire", "perso": "perdere", "sparso": "spargere",
    "apparso": "apparire", "scomparso": "scomparire", "comparso": "comparire", "emerso": "emergere",
    "immerso": "immergere",
    "mosso": "muovere", "scosso": "scuotere", "percosso": "percuotere", "chiesto": "chiedere",
    "richiesto": "richiedere",
    "risposto": "rispondere", "nascosto": "nascondere", "arrestato": "arrestare", "sospettato": "sospettare",
    "deceduto": "decedere", "divelto": "divellere", "scoppiato": "scoppiare", "avvenuto": "avvenire",
    "presunto": "presumere", "assolto": "assolvere", "risolto": "risolvere", "dissolto": "dissolvere",
    "esploso": "esplodere",
    "crollato": "crollare", "evaso": "evadere", "persuaso": "persuadere", "indetto": "indire", "respinto": "respingere",
    "ottenuto": "ottenere", "sostenuto": "sostenere", "tenuto": "tenere", "salito": "salire", "ritratto": "ritrarre",
    "addotto": "addurre", "annesso": "annettere", "concesso": "concedere", "connesso": "connettere",
    "contraffatto": "contraffare", "dedotto": "dedurre", "devoluto": "devolvere", "espanso": "espandere",
    "indotto": "indurre", "inferto": "inferire", "impresso": "imprimere", "intriso": "intridere",
    "oppresso": "opprimere", "redatto": "redigere", "redento": "redimere", "represso": "reprimere",
    "retrocesso": "retrocedere", "soppresso": "sopprimere", "sopravvissuto": "sopravvivere", "tradotto": "tradurre",
}  # fmt: skip
# Participles that are a noun or an adjective as often: a verb after «ha», «è stato» only.
PARTICIPLES_AFTER_AUXILIARY = {
    "letto": "leggere", "corso": "correre", "espresso": "esprimere", "riflesso": "riflettere", "speso": "spendere",
    "fuso": "fondere", "teso": "tendere", "leso": "ledere", "cotto": "cuocere", "affisso": "affiggere",
    "raso": "radere", "volto": "volgere", "punto": "pungere", "crocifisso": "crocifiggere",
}  # fmt: skip
# No participles, though they end like one.
NOT_PARTICIPLES = frozenset(
    """
    fitto
    marito vestito lato gusto letto tetto reato mercato vento soldato deputato senato punto appunto sabato gelato
    sindacato avvocato magistrato significato certo presto questo quanto tanto molto soggetto effetto oggetto progetto
    merito conto spirito sito abito certificato aspetto costo corso attentato candidato privato delicato fiato grato
    apposito esplicito illecito lecito disoccupato disabitato incensurato rosa torto torta torte
    """.split()
)
# Their other forms are made of a longer stem («facendo», «bevendo»), which would not show them to be verbs.
SHORT_INFINITIVES = frozenset("fare rifare disfare soddisfare sopraffare contraffare bere".split())
NOT_INFINITIVES = frozenset(
    """
    mare genere carcere cantiere quartiere carabiniere infermiere consigliere cavaliere piacere ponte altare militare
    altre oltre sere opere lettere camere parere pare rare care titolare particolare
    """.split()
)
