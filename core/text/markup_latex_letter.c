#include "text/markup_latex_letter.h"

#include <stdio.h>

#include "text/char_class.h"

/* clang-format off */
/* What a mark makes of letters: each ASCII letter and the precomposed one behind it. */
static const struct {
    const char *mark, *letters;
} compositions[] = {
    {"\xCC\xA7", "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"},
    {"\xCC\x8C", "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž"},
    {"\xCC\x8B", "OŐUŰoőuű"},
    {"\xCC\x86", "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"},
    {"\xCC\xA8", "AĄEĘIĮOǪUŲaąeęiįoǫuų"},
    {"\xCC\x8A", "AÅUŮaåuůwẘyẙ"},
    {"\xCC\xB1", "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"},
    {"\xCC\xA3", "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓ"},
    {"\xCC\x81", "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzź"},
    {"\xCC\x80", "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳ"},
    {"\xCC\x82", "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ"},
    {"\xCC\x88", "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿ"},
    {"\xCC\x83", "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹ"},
    {"\xCC\x84", "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳ"},
    {"\xCC\x87", "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż"},
};
/* clang-format on */

/* The precomposed letter for a combining mark on an ASCII letter; empty where there is none. */
static cq_str compose(const char *mark, char letter) {
    for (size_t i = 0; i < sizeof compositions / sizeof *compositions; i++) {
        if (strcmp(compositions[i].mark, mark) != 0) continue;
        const char *found = strchr(compositions[i].letters, letter);
        if (!found || !letter) break;
        size_t len = 1;
        while ((found[1 + len] & 0xC0) == 0x80) len++;
        return (cq_str){found + 1, len};
    }
    return CQ_STR("");
}

static bool is_letter(char c) {
    return cq_char_class_of(c) & CQ_CHAR_LETTER;
}

uint32_t cq_latex_letter_read_accent(cq_latex_reader *r, uint32_t start, uint32_t at,
                                     const char *mark) {
    char joined[8];
    if (is_letter(r->text.ptr[start + 1])) at = cq_latex_reader_skip_blanks(r, at);
    bool is_braced = cq_latex_reader_byte(r, at) == '{';
    uint32_t letter = at + is_braced, end = letter + 1;
    if (cq_latex_reader_byte(r, letter) == '\\' && (cq_latex_reader_byte(r, letter + 1) == 'i' ||
                                                    cq_latex_reader_byte(r, letter + 1) == 'j')) {
        letter++;
        end = letter + 1;
    }
    char base = cq_latex_reader_byte(r, letter);
    if (is_braced && cq_latex_reader_byte(r, end) != '}') base = '\0';
    if (!is_letter(base)) {
        cq_latex_reader_hide(r, start, at);
        return at;
    }
    end += is_braced;
    cq_str composed = compose(mark, base);
    if (!composed.len) {
        composed = (cq_str){joined, (size_t)snprintf(joined, sizeof joined, "%c%s", base, mark)};
    }
    cq_latex_reader_replace(r, composed, start, end);
    return end;
}

typedef struct ligature {
    cq_str written, text;
} ligature;

uint32_t cq_latex_letter_read_ligature(cq_latex_reader *r, uint32_t at) {
    static const ligature ligatures[] = {
        {{"---", 3}, {"—", 3}}, {{"--", 2}, {"–", 3}}, {{"``", 2}, {"“", 3}},
        {{"''", 2}, {"”", 3}},  {{"`", 1}, {"‘", 3}},  {{"\"`", 2}, {"„", 3}},
        {{"\"'", 2}, {"“", 3}}, {{"~", 1}, {" ", 1}},  {{",,", 2}, {"„", 3}},
        {{"<<", 2}, {"«", 2}},  {{">>", 2}, {"»", 2}}, {{"?`", 2}, {"¿", 2}},
        {{"!`", 2}, {"¡", 2}},
    };
    for (size_t i = 0; i < sizeof ligatures / sizeof *ligatures; i++)
        if (cq_latex_reader_has(r, at, ligatures[i].written)) {
            uint32_t end = at + (uint32_t)ligatures[i].written.len;
            cq_latex_reader_replace(r, ligatures[i].text, at, end);
            return end;
        }
    cq_latex_reader_open_block(r, at);
    return at + 1;
}
